package dev.tradewind.cli;

import dev.tradewind.archive.ParetoFront;
import dev.tradewind.report.Figures;
import dev.tradewind.report.RunReport;
import dev.tradewind.report.Table;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The front of a run with several objectives, as far as it has come.
record FrontPage(OpenRun run, Console console) {

    private static final String SCHEMA = "tradewind/front/1";

    /// @param hypervolume counted from the reference the run's report names
    /// @param programs the best in the first objective first
    private record FrontDocument(
            String schema, String run, double hypervolume, List<FlightDocument> programs) {}

    /// Prints the front, and writes its programs' files below a folder where one is given.
    ///
    /// @throws IOException when they cannot be written
    void tell(@Nullable Path out, boolean json) throws IOException {
        ParetoFront<Ranked> front = run.front();
        List<Recorded> members = front.members().stream().map(Ranked::program).toList();
        if (out != null) {
            for (Recorded member : members) {
                RunReport.writeFiles(member.program(), out.resolve(id(member)));
            }
            console.note("wrote %d programs below %s".formatted(members.size(), out));
        }
        if (json) {
            List<FlightDocument> programs =
                    members.stream().map(one -> FlightDocument.row(run, one)).toList();
            console.document(new FrontDocument(SCHEMA, run.name(), front.hypervolume(), programs));
        } else {
            console.note(
                    "front of %d of %s, hypervolume %s"
                            .formatted(
                                    members.size(),
                                    run.name(),
                                    Figures.value(front.hypervolume(), "1")));
            console.result(table(front.members()).text());
            console.note("next     ./tradewind show ID --run " + TaskSettings.quoted(run.name()));
        }
    }

    private static String id(Recorded program) {
        return program.candidate().map(one -> one.id().brief()).orElse(Figures.NONE);
    }

    private Table table(List<Ranked> members) {
        List<String> heading = new ArrayList<>(List.of("flight", "id"));
        run.objectives().forEach(one -> heading.add(one.name() + Figures.suffix(one.unit())));
        run.words().measures().forEach(one -> heading.add(one.name() + Figures.suffix(one.unit())));
        heading.add("size");
        return new Table(heading, members.stream().map(this::row).toList());
    }

    private List<String> row(Ranked member) {
        List<String> row = new ArrayList<>(List.of(member.program().label(), id(member.program())));
        for (int at = 0; at < run.objectives().size(); at++) {
            double value = member.validation().values().get(at);
            row.add(Figures.value(value, run.objectives().get(at).unit()));
        }
        Map<String, Double> measured =
                member.program().validation().map(run.words()::measured).orElse(Map.of());
        run.words()
                .measures()
                .forEach(
                        one ->
                                row.add(
                                        Figures.value(
                                                measured.getOrDefault(one.name(), Double.NaN),
                                                one.unit())));
        row.add(Figures.count(member.program().program().length()));
        return row;
    }
}
