package dev.tradewind.cli;

import dev.tradewind.report.Environment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/// `tradewind doctor`: whether runs are possible on this machine, and what would help.
@Command(
        name = "doctor",
        description = {
            "Says whether runs are possible on this machine, and what would help.",
            "",
            "Ends with 3 when they are not.",
            ""
        },
        footer = {"", "Example:", "  ./tradewind doctor"})
final class DoctorCommand implements Callable<Integer> {

    private static final String SCHEMA = "tradewind/doctor/1";

    private final Console console;

    @Mixin private final ResultsFolder results = new ResultsFolder();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    DoctorCommand(Console console) {
        this.console = console;
    }

    /// @param ok whether runs are possible
    /// @param sandbox the strongest rung that works; empty when none does
    /// @param load processes that wanted to run in the last minute; negative when unknown
    private record DoctorDocument(
            String schema,
            boolean ok,
            String sandbox,
            String machine,
            double load,
            List<Finding> findings) {}

    @Override
    public Integer call() {
        Checkup checkup = Checkup.of(results.results().root());
        Environment here = Environment.here(checkup.sandbox());
        if (json) {
            console.document(
                    new DoctorDocument(
                            SCHEMA,
                            checkup.healthy(),
                            checkup.sandbox(),
                            here.machine(),
                            Checkup.load(),
                            checkup.findings()));
        } else {
            checkup.findings().forEach(this::tell);
            console.result("    machine    " + here.machine());
            console.result("    load       %.2f".formatted(Checkup.load()));
            console.result("");
            console.result(checkup.healthy() ? "runs are possible" : "runs are not possible");
        }
        return checkup.healthy() ? Exit.FINISHED.code() : Exit.OUTSIDE.code();
    }

    private void tell(Finding finding) {
        String mark = finding.ok() ? console.tick() : console.cross();
        console.result("  %s %-10s %s".formatted(mark, finding.name(), finding.detail()));
        if (!finding.remedy().isEmpty()) {
            console.result("               " + finding.remedy());
        }
    }
}
