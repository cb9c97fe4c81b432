package dev.tradewind.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tag of a template. jmustache's visitor lists variables too, but tells neither their lines nor
/// where a section ends, and so not what is in scope.
///
/// @param sign what follows the braces, such as `#`; empty for a variable
/// @param line counted from 1
record Tag(String sign, String name, int line) {

    private static final Pattern FORM = Pattern.compile("\\{\\{([^\\w\\s-]?)\\s*([^{}]*?)\\s*}}");

    /// All tags of a text, in order. Braces that open no tag become a tag without a name.
    static List<Tag> in(String text) {
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            boolean whole = matcher.find(open) && matcher.start() == open;
            tags.add(
                    whole
                            ? new Tag(matcher.group(1), matcher.group(2), line(text, open))
                            : new Tag("", "", line(text, open)));
            at = whole ? matcher.end() : open + 2;
        }
        return tags;
    }

    private static int line(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(sign -> sign == '\n').count();
    }

    @Override
    public String toString() {
        return "{{" + sign + name + "}}";
    }
}
