package dev.tradewind.proposer.tuning;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How a language writes what is no program: comments, and lines for its preprocessor.
enum Notation {
    /// `//` and `/* */`, and lines that start with `#` but for definitions and pragmas.
    SLASHES(
            "//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?"
                    + "|(?<=^|\\n)[ \\t]*+#(?![ \\t]*+(?:define|pragma)\\b)[^\\n]*+"),

    /// `#`; strings may be in triple quotes.
    HASHES("#[^\\n]*+"),

    /// All of these, where the language is not known.
    ANY("//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?|#[^\\n]*+");

    private static final Set<String> HASHED =
            Set.of(
                    "py",
                    "pyi",
                    "r",
                    "rb",
                    "pl",
                    "jl",
                    "sh",
                    "bash",
                    "awk",
                    "tcl",
                    "nim",
                    "ex",
                    "yaml",
                    "yml",
                    "toml",
                    "properties",
                    "cfg",
                    "ini",
                    "conf",
                    "mk",
                    "cmake");

    private static final Set<String> SLASHED =
            Set.of(
                    "c", "h", "cc", "cpp", "cxx", "hh", "hpp", "cu", "cuh", "cl", "m", "mm", "java",
                    "js", "mjs", "ts", "rs", "go", "cs", "kt", "kts", "scala", "swift", "zig", "d",
                    "dart", "glsl", "hlsl", "metal", "wgsl");

    private static final String TEXT =
            "\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+(?:\"\"\")?"
                    + "|'''(?:[^'\\\\]|\\\\.|'(?!''))*+(?:''')?"
                    + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"?"
                    + "|'(?:[^'\\\\\\n]|\\\\.)*+'?"
                    + "|`[^`]*+`?";

    /// Like a preprocessing number of C: what begins like a number is one token to its end.
    private static final String NUMBER = "\\.?[0-9](?:[eEpP][+-]|[\\w.])*+";

    private static final String OTHER = "[\\p{L}_$][\\w$]*+|<<|>>|\\n|\\S";

    private final Pattern tokens;

    Notation(String comment) {
        tokens =
                Pattern.compile(
                        "(?<comment>%s)|(?<string>%s)|(?<number>%s)|%s"
                                .formatted(comment, TEXT, NUMBER, OTHER),
                        Pattern.DOTALL);
    }

    /// By the ending of a file's name.
    static Notation of(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (SLASHED.contains(ending)) {
            return SLASHES;
        }
        return HASHED.contains(ending) ? HASHES : ANY;
    }

    /// Finds token after token; what is between them is blank.
    Pattern tokens() {
        return tokens;
    }
}
