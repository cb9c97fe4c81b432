package dev.tradewind.proposer.chat;

/// A secret that opens a provider. Never shows itself: only what is sent to the provider holds its
/// text.
public final class Key {

    /// For a provider that wants none.
    public static final Key NONE = new Key("");

    private static final String MASK = "•••";

    /// What is shorter is a word such as `none`, given to servers that ask for any key at all.
    private static final int SECRET = 8;

    private final String text;

    private Key(String text) {
        this.text = text;
    }

    /// The key of a text; white space around it does not count.
    ///
    /// @throws IllegalArgumentException when it holds a character that cannot be sent
    public static Key of(String text) {
        String bare = text.strip();
        if (!bare.chars().allMatch(each -> each > ' ' && each <= '~')) {
            throw new IllegalArgumentException(
                    "the key holds a space, a line break or a letter outside ASCII");
        }
        return bare.isEmpty() ? NONE : new Key(bare);
    }

    /// Whether there is none.
    public boolean isNone() {
        return text.isEmpty();
    }

    /// A text that may hold the key, without it.
    public String redact(String words) {
        return text.length() < SECRET ? words : words.replace(text, MASK);
    }

    /// Its text, or a stand-in for clients that want one at any rate.
    String textOr(String standIn) {
        return isNone() ? standIn : text;
    }

    @Override
    public String toString() {
        return isNone() ? "no key" : MASK;
    }
}
