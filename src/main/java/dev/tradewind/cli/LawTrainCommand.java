package dev.tradewind.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tradewind law train …`: laws of a model's own training.
@Command(
        name = "train",
        description = {
            "Laws of a model's own training: how large it should be and how much it should be"
                    + " shown.",
            ""
        },
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Example:",
            "  ./tradewind law train sardana --quality-of 30e9 --demand 1e13"
        })
final class LawTrainCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    private LawTrainCommand() {}

    /// With its own commands.
    static CommandLine of(Console console) {
        return new CommandLine(new LawTrainCommand())
                .addSubcommand(new LawTrainAllocateCommand(console))
                .addSubcommand(new LawTrainSardanaCommand(console))
                .addSubcommand(new LawTrainDemandCommand(console))
                .addSubcommand(new LawTrainElasticCommand(console));
    }

    /// Without a command: says what there is.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }
}
