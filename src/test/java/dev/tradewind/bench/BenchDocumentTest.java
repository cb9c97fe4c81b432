package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.report.Environment;
import dev.tradewind.report.Json;

import org.junit.jupiter.api.Test;

import java.util.List;

final class BenchDocumentTest {

    private static final Environment MACHINE =
            new Environment(
                    Environment.SCHEMA,
                    "0.1",
                    "25 Vendor",
                    "Linux amd64",
                    2,
                    8_192,
                    "bubblewrap",
                    List.of());

    @Test
    void a_figure_has_its_goal_and_whether_it_was_met() {
        Figure rate = new Figure("engine.rate", 1_513.5, "1/s", 0.25, new Goal.AtLeast(1_000));
        Figure size = new Figure("engine.journal", 606, "bytes/candidate", 0.25, new Goal.None());
        assertThat(Json.text(BenchDocument.of(MACHINE, List.of(rate, size))))
                .isEqualTo(
                        """
                        {
                          "schema" : "tradewind/bench/1",
                          "machine" : {
                            "schema" : "tradewind/environment/1",
                            "tradewind" : "0.1",
                            "java" : "25 Vendor",
                            "os" : "Linux amd64",
                            "cores" : 2,
                            "memory_mib" : 8192,
                            "sandbox" : "bubblewrap",
                            "spared" : [ ]
                          },
                          "figures" : [
                            {
                              "name" : "engine.rate",
                              "value" : 1513.5,
                              "unit" : "1/s",
                              "load" : 0.25,
                              "goal" : ">= 1000",
                              "met" : true
                            },
                            {
                              "name" : "engine.journal",
                              "value" : 606.0,
                              "unit" : "bytes/candidate",
                              "load" : 0.25,
                              "goal" : null,
                              "met" : null
                            }
                          ]
                        }""");
    }
}
