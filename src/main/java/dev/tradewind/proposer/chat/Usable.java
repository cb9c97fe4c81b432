package dev.tradewind.proposer.chat;

import dev.tradewind.prompt.PromptName;

import java.util.EnumSet;
import java.util.Set;

/// What there is to write a prompt about.
///
/// @param parents how many programs to start from
/// @param broken whether a program that failed is to be repaired
public record Usable(int parents, boolean broken) {

    /// The prompts that can be used, in the order of their declaration.
    public Set<PromptName> prompts() {
        Set<PromptName> prompts =
                EnumSet.of(PromptName.REWRITE, PromptName.PATCH, PromptName.EXPLORE);
        if (parents > 1) {
            prompts.add(PromptName.CROSS);
        }
        if (broken) {
            prompts.add(PromptName.REPAIR);
        }
        return prompts;
    }
}
