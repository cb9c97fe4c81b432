package dev.tradewind.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// The trusted half of a task as a command: a request in one line of JSON, an answer in another.
///
/// What it may answer is published as `evaluator.schema.json`. An answer of another form is a fault
/// of the task, and told with the key that is wrong.
final class CommandScorer implements Scorer<JsonNode> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Whole numbers of so many bits pass through every language's JSON unharmed.
    private static final int SEED_BITS = 48;

    private final JudgeProcess judge;

    CommandScorer(JudgeProcess judge) {
        this.judge = judge;
    }

    @Override
    public List<Suite<JsonNode>> suites(Split split, Material material) {
        ObjectNode request = request("suites");
        request.put("split", split.name().toLowerCase(Locale.ROOT));
        request.put("seed", material.random().nextLong(1L << SEED_BITS));
        request.put("folder", JudgeProcess.TASK);
        ObjectNode parameters = request.putObject("parameters");
        material.parameters().forEach(parameters::put);
        List<Suite<JsonNode>> suites = new ArrayList<>();
        for (JsonNode suite : answer(request).array("suites")) {
            Answer one = new Answer("suites", suite);
            suites.add(new Suite<>(one.text("name"), one.array("instances")));
        }
        return suites;
    }

    @Override
    public void write(JsonNode instance, DataOutput out) throws IOException {
        out.write(JSON.writeValueAsBytes(instance));
    }

    @Override
    public Judgement judge(JsonNode instance, DataInput certificate) throws IOException {
        ObjectNode request = request("judge");
        request.set("instance", instance);
        request.set("certificate", read(certificate));
        Answer answer = answer(request);
        return switch (answer.only("tally", "invalid", "hopeless")) {
            case "invalid" -> new Judgement.Invalid(RunAnswer.printable(answer.text("invalid")));
            case "hopeless" -> new Judgement.Hopeless(RunAnswer.printable(answer.text("hopeless")));
            default ->
                    new Judgement.Counted(
                            Tally.of(
                                    answer.numbers("tally").stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray()));
        };
    }

    private static JsonNode read(DataInput certificate) throws IOException {
        return certificate instanceof DataInputStream stream
                ? JSON.readTree((InputStream) stream)
                : JSON.nullNode();
    }

    @Override
    public Scores objectives(Split split, List<Tally> tallies) {
        ObjectNode request = request("objectives");
        request.put("split", split.name().toLowerCase(Locale.ROOT));
        request.set("tallies", amounts(tallies));
        return new Scores(answer(request).numbers("objectives"));
    }

    @Override
    public String remark(List<Tally> tallies) {
        ObjectNode request = request("remark");
        request.set("tallies", amounts(tallies));
        return answer(request).text("remark");
    }

    /// The certificate as it was written.
    @Override
    public String describe(JsonNode instance, DataInput certificate) throws IOException {
        return JSON.writeValueAsString(read(certificate));
    }

    void close() {
        judge.close();
    }

    private static ObjectNode request(String ask) {
        return JSON.createObjectNode().put("ask", ask);
    }

    private static ArrayNode amounts(List<Tally> tallies) {
        ArrayNode all = JSON.createArrayNode();
        for (Tally tally : tallies) {
            ArrayNode amounts = all.addArray();
            for (double amount : tally.amounts()) {
                amounts.add(amount);
            }
        }
        return all;
    }

    private Answer answer(ObjectNode request) {
        String asked = request.path("ask").asText();
        try {
            byte[] line = judge.ask(JSON.writeValueAsBytes(request));
            JsonNode answer = JSON.readTree(line);
            if (answer == null || !answer.isObject()) {
                throw new EvaluatorFault(
                        "the judge answers \"%s\" with \"%s\", which is no JSON object"
                                .formatted(
                                        asked,
                                        RunAnswer.printable(
                                                new String(line, StandardCharsets.UTF_8))));
            }
            return new Answer(asked, answer);
        } catch (JsonProcessingException broken) {
            throw new EvaluatorFault(
                    "the judge answers \"%s\" with a line that is no JSON: %s"
                            .formatted(asked, RunAnswer.printable(broken.getOriginalMessage())));
        } catch (IOException impossible) {
            throw new EvaluatorFault("the judge's answer cannot be read: " + impossible);
        }
    }

    /// What the judge said, read with suspicion: its author may err.
    private record Answer(String asked, JsonNode said) {

        List<JsonNode> array(String key) {
            JsonNode value = said.path(key);
            if (!value.isArray()) {
                throw wrong(key, "a list", value);
            }
            return StreamSupport.stream(value.spliterator(), false).toList();
        }

        List<Double> numbers(String key) {
            return array(key).stream()
                    .map(
                            value -> {
                                if (!value.isNumber()) {
                                    throw wrong(key, "a list of numbers", value);
                                }
                                return value.asDouble();
                            })
                    .toList();
        }

        String text(String key) {
            JsonNode value = said.path(key);
            if (!value.isTextual()) {
                throw wrong(key, "a text", value);
            }
            return value.asText();
        }

        /// Which of some keys there is.
        String only(String... keys) {
            List<String> found = List.of(keys).stream().filter(said::has).toList();
            if (found.size() != 1) {
                throw new EvaluatorFault(
                        "the judge's answer to \"%s\" has %s of the keys %s; it needs one"
                                .formatted(
                                        asked,
                                        found.isEmpty() ? "none" : found.size(),
                                        String.join(", ", keys)));
            }
            return found.getFirst();
        }

        private EvaluatorFault wrong(String key, String wanted, JsonNode value) {
            String is =
                    value.isMissingNode() ? "is missing" : "is " + RunAnswer.printable("" + value);
            return new EvaluatorFault(
                    "the judge's answer to \"%s\": \"%s\" %s, where %s is expected"
                            .formatted(asked, key, is, wanted));
        }
    }
}
