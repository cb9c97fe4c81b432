package dev.tradewind.proposer;

/// One message of a conversation with a model.
public record Message(Role role, String text) {

    /// Who says it.
    public enum Role {
        SYSTEM,
        USER,
        MODEL
    }

    public static Message system(String text) {
        return new Message(Role.SYSTEM, text);
    }

    public static Message user(String text) {
        return new Message(Role.USER, text);
    }

    public static Message model(String text) {
        return new Message(Role.MODEL, text);
    }
}
