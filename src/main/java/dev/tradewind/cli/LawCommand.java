package dev.tradewind.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tradewind law …`: the scaling laws at the user's hand.
@Command(
        name = "law",
        description = {
            "Scaling laws: what a larger proposer buys, what it costs, which one to ask.",
            ""
        },
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Examples:",
            "  ./tradewind law plan ladder.yaml",
            "  ./tradewind law train sardana --quality-of 30e9 --demand 1e13"
        })
final class LawCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    private LawCommand() {}

    /// With its own commands.
    static CommandLine of(Console console) {
        return new CommandLine(new LawCommand())
                .addSubcommand(new LawPlanCommand(console))
                .addSubcommand(new LawFitCommand(console))
                .addSubcommand(LawTrainCommand.of(console))
                .addSubcommand(new LawSimulateCommand(console))
                .addSubcommand(new LawRaceCommand(console));
    }

    /// Without a command: says what there is.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }
}
