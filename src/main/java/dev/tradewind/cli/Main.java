package dev.tradewind.cli;

import dev.tradewind.report.Environment;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The command line: `tradewind <command> …`.
@Command(
        name = "tradewind",
        description = "Evolves programs: proposes, evaluates, keeps the best.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Example:",
            "  ./tradewind run evaluators/bin-packing --budget '60 s'",
            "",
            "Results go to standard output, everything else to standard error. Exit codes:",
            "0 finished, 1 bug, 2 wrong use, 3 stopped by the outside world (resumable),",
            "4 no valid candidate, 130 interrupted (resumable)."
        })
public final class Main implements Runnable {

    private static final int WIDTH = 100;

    @Mixin private final Talk talk = new Talk();

    @Spec private CommandSpec spec = CommandSpec.create();

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    /// Runs one command and returns its exit code.
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        Console console = new Console(out, err, main.talk);
        Failures failures = new Failures(console);
        return new CommandLine(main)
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new BestCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new TopCommand(console))
                .addSubcommand(LawCommand.of(console))
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new LoopbackCommand(console))
                .addSubcommand(new SchemaCommand(console))
                .addSubcommand(new GenerateCompletion())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(arguments);
    }

    /// Without a command: says what there is.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /// Always UTF-8: documents are, and so are terminals.
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tradewind " + Environment.version()};
        }
    }
}
