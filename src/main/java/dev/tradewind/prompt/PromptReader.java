package dev.tradewind.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one prompt from its file's text.
final class PromptReader {

    private static final int BYTES = 16;
    private static final Pattern PLACED = Pattern.compile("(.*) @ line (\\d+)");
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).strictSections(true);

    private final PromptName name;
    private final Findings findings;

    private PromptReader(PromptName name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    /// The prompt; not to be used when there are findings.
    static Prompt read(PromptName name, String text, Findings findings) {
        return new PromptReader(name, findings).prompt(text.replace("\r\n", "\n"));
    }

    private Prompt prompt(String text) {
        FrontMatter matter = FrontMatter.read(text, findings);
        String body = body(text, matter.lines().size());
        if (body.isBlank()) {
            findings.add(matter.lines().size(), "says nothing below its front matter.");
        }
        names(matter, body);
        return new Prompt(
                name,
                matter.purpose(),
                List.copyOf(matter.variables()),
                hash(text),
                compiled(body));
    }

    /// What follows the front matter, behind as many empty lines, so that lines count as in the
    /// file.
    private static String body(String text, int lines) {
        StringBuilder body = new StringBuilder("\n".repeat(lines));
        text.lines().skip(lines).forEach(line -> body.append(line).append('\n'));
        return body.toString();
    }

    private void names(FrontMatter matter, String body) {
        List<String> known = name.variables().stream().map(Variable::name).toList();
        Set<String> used = TagCheck.used(body, name.variables(), matter.variables(), findings);
        for (String variable : matter.variables()) {
            int line = matter.line(variable);
            if (!known.contains(variable)) {
                String fix = Spelling.allowed(known, variable);
                findings.add(line, "variables: " + variable + " is unknown. " + fix);
            } else if (!used.contains(variable)) {
                findings.add(line, "variables: " + variable + " is never used. Take it out.");
            }
        }
    }

    private Template compiled(String body) {
        try {
            return findings.none() ? MUSTACHE.compile(body) : MUSTACHE.compile("");
        } catch (MustacheException broken) {
            Matcher placed = PLACED.matcher(String.valueOf(broken.getMessage()));
            if (placed.matches()) {
                findings.add(Integer.parseInt(placed.group(2)), placed.group(1) + ".");
            } else {
                findings.add(1, broken.getMessage() + ".");
            }
            return MUSTACHE.compile("");
        }
    }

    private static String hash(String text) {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
