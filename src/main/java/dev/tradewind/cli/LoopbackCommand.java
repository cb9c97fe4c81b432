package dev.tradewind.cli;

import dev.tradewind.bench.provider.Fault;
import dev.tradewind.bench.provider.Latency;
import dev.tradewind.bench.provider.LoopbackModel;
import dev.tradewind.bench.provider.LoopbackOptions;
import dev.tradewind.bench.provider.LoopbackProvider;
import dev.tradewind.budget.PriceList.PerMillionTokens;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// `tradewind loopback`: a pretend provider of language models on this machine.
@Command(
        name = "loopback",
        description = {
            "Pretends to be a provider of language models, on this machine only, until it is"
                    + " interrupted: for trying models without a key, and for tests.",
            "",
            "Prints a ladder of its models. Its answers are programs bred from the one it is shown;"
                    + " the larger the model, the more of them compile.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./tradewind loopback --port 8089 > ladder.yaml &",
            "  ./tradewind run evaluators/bin-packing --set ladder=ladder.yaml --budget '0.1 USD'"
        })
final class LoopbackCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "<number>",
            description = "Where it listens; default: any that is free.")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description = "Its answers and faults follow from it and from what is asked.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--latency",
            paramLabel = "<ms>",
            description = "Median time of an answer in milliseconds; default: ${DEFAULT-VALUE}.",
            defaultValue = "200")
    private long latency;

    @Option(
            names = "--spread",
            paramLabel = "<number>",
            description =
                    "How much the times differ: standard deviation of their logarithm; default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "0")
    private double spread;

    @Option(
            names = "--fault",
            paramLabel = "<fault>=<share>",
            description =
                    "Share of the calls that meet a fault; may stand several times: "
                            + "${COMPLETION-CANDIDATES}.")
    private Map<Fault, Double> faults = new LinkedHashMap<>();

    @Option(names = "--key", paramLabel = "<key>", description = "Ask for this key.")
    private String key = "";

    LoopbackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LoopbackProvider provider = LoopbackProvider.start(options())) {
            console.result(ladder(provider.address()));
            console.note("answering at %s until interrupted".formatted(provider.address()));
            new CountDownLatch(1).await();
        }
        return Exit.FINISHED.code();
    }

    private LoopbackOptions options() {
        LoopbackOptions options =
                LoopbackOptions.quick(seed)
                        .withPort(port)
                        .withKey(key)
                        .withLatency(new Latency.LogNormal(Duration.ofMillis(latency), spread));
        for (Map.Entry<Fault, Double> fault : faults.entrySet()) {
            try {
                options = options.with(fault.getKey(), fault.getValue());
            } catch (IllegalArgumentException wrong) {
                throw new UsageException("--fault: " + wrong.getMessage() + ".");
            }
        }
        return options;
    }

    /// Its models as a ladder file.
    private String ladder(URI address) {
        StringBuilder ladder = new StringBuilder("ladder:\n");
        for (LoopbackModel model : LoopbackModel.USUAL) {
            ladder.append(rung(model, address));
        }
        return ladder.toString().stripTrailing();
    }

    private String rung(LoopbackModel model, URI address) {
        PerMillionTokens price = (PerMillionTokens) model.price();
        return """
               - name: %s
                 provider: openai
                 model: %s
                 url: %s
                 key: %s
                 size: %s
                 price: {input: %s, cached: %s, output: %s}
               """
                .formatted(
                        model.name(),
                        model.name(),
                        address,
                        key.isEmpty() ? "none" : "LOOPBACK_KEY",
                        model.size(),
                        price.input(),
                        price.cached(),
                        price.output())
                .indent(2);
    }
}
