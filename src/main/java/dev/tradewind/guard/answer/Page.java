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
    private static final Set<String> MARKDOWN = Set.of("markdown", "md");
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
        return of(text, true);
    }

    /// @param outer whether a fence of Markdown is read as Markdown, once
    private static Page of(String text, boolean outer) {
        List<String> lines = Lines.of(text);
        Outline outline = new Outline(lines, outer);
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
        private final boolean outer;
        private int read;

        Outline(List<String> lines, boolean outer) {
            this.lines = lines;
            this.outer = outer;
        }

        void add(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (node instanceof Heading && !spans.isEmpty()) {
                heading = lines.get(spans.getFirst().getLineIndex());
            }
            if (node instanceof FencedCodeBlock block && !spans.isEmpty()) {
                List<String> before = lines.subList(read, spans.getFirst().getLineIndex());
                Fence fence = fence(block, before);
                List<Fence> inner = outer ? inner(fence) : List.of();
                fences.addAll(inner.isEmpty() ? List.of(fence) : inner);
                prose.addAll(before);
                read = spans.getLast().getLineIndex() + 1;
                heading = "";
            }
        }

        /// The fences of an answer that stands in a fence as a whole.
        private static List<Fence> inner(Fence fence) {
            return MARKDOWN.contains(fence.info().strip())
                    ? of(Lines.text(fence.lines()), false).fences()
                    : List.of();
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
