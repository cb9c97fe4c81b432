package dev.tradewind.proposer.chat;

/// Whose protocol a model is spoken to in. `OPENAI` is also spoken by most servers one runs
/// oneself.
public enum Provider {
    OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY"),
    ANTHROPIC("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
    GEMINI("https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY"),
    OLLAMA("http://localhost:11434", "");

    private final String address;
    private final String keyVariable;

    Provider(String address, String keyVariable) {
        this.address = address;
        this.keyVariable = keyVariable;
    }

    /// Where it is when a campaign names no other address.
    public String address() {
        return address;
    }

    /// Name of the environment variable that holds its key; empty when it wants none.
    public String keyVariable() {
        return keyVariable;
    }
}
