package dev.tradewind.guard.answer;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An answer as Markdown: its fenced blocks of code, and the prose around them.
///
/// @param lines all of them
/// @param prose lines outside fences
record Page(List<String> lines, List<Fence> fences, List<String> prose) {

    private static final int ABOVE = 2;
    private static final Set<Class<? extends Block>> FENCES = Set.of(FencedCodeBlock.class);
    private static final Set<Class<? extends Block>> ALL =
            Set.of(FencedCodeBlock.class, Heading.class, ListBlock.class);
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 4_000;

    Page {
        lines = List.copyOf(lines);
        fences = List.copyOf(fences);
        prose = List.copyOf(prose);
    }

    static Page of(String text) {
        List<String> lines = Lines.of(text);
        Outline outline = new Outline(lines);
        Node node = parser(lines).parse(text).getFirstChild();
        while (node != null) {
            outline.add(node);
            node = next(node);
        }
        return outline.page();
    }

    /// Lists nest as often as a line has dashes, and each line of a paragraph is looked at again
    /// with the next one as a heading; in what is so long that it takes time, fences alone count.
    private static Parser parser(List<String> lines) {
        boolean sane =
                lines.size() < MOST_LINES
                        && lines.stream().allMatch(line -> line.length() < LONGEST_LINE);
        return Parser.builder()
                .enabledBlockTypes(sane ? ALL : FENCES)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .inlineParserFactory(_ -> (_, _) -> {})
                .build();
    }

    /// In text order; no recursion, however deep lists nest.
    private static @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null ? null : at.getNext();
    }

    boolean blank() {
        return lines.stream().allMatch(String::isBlank);
    }

    /// Collects what a page has, in text order.
    private static final class Outline {

        private final List<String> lines;
        private final List<Fence> fences = new ArrayList<>();
        private final List<String> prose = new ArrayList<>();
        private String heading = "";
        private int read;

        Outline(List<String> lines) {
            this.lines = lines;
        }

        void add(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (node instanceof Heading && !spans.isEmpty()) {
                heading = lines.get(spans.getFirst().getLineIndex());
            }
            if (node instanceof FencedCodeBlock block && !spans.isEmpty()) {
                List<String> before = lines.subList(read, spans.getFirst().getLineIndex());
                fences.add(fence(block, before));
                prose.addAll(before);
                read = spans.getLast().getLineIndex() + 1;
                heading = "";
            }
        }

        private Fence fence(FencedCodeBlock block, List<String> before) {
            List<String> above = new ArrayList<>();
            for (int at = before.size() - 1; at >= 0 && above.size() < ABOVE; at--) {
                if (!before.get(at).isBlank()) {
                    above.add(before.get(at));
                }
            }
            above.add(heading);
            String info = block.getInfo() == null ? "" : block.getInfo();
            String literal = block.getLiteral() == null ? "" : block.getLiteral();
            boolean closed = block.getClosingFenceLength() != null;
            return new Fence(info, Lines.of(literal), closed, above);
        }

        Page page() {
            prose.addAll(lines.subList(read, lines.size()));
            return new Page(lines, fences, prose);
        }
    }
}
