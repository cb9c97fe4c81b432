package dev.tradewind.search;

import dev.tradewind.proposer.chat.Keys;

import java.nio.file.Path;

/// Where the answers of language models come from.
public sealed interface Answers {

    /// From the providers themselves.
    record Live(Keys keys) implements Answers {}

    /// From what another run recorded; nothing is sent to anybody.
    ///
    /// @param journal of that run
    record Recorded(Path journal) implements Answers {}

    /// From the providers, with the keys of this process's environment and of a `.env` file.
    ///
    /// @param folder where the file may be
    static Answers live(Path folder) {
        return new Live(Keys.of(System.getenv(), folder));
    }
}
