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
    private final int measures;

    /// @param measures the task has; a judge is not asked for none
    CommandScorer(JudgeProcess judge, int measures) {
        this.judge = judge;
        this.measures = measures;
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
        for (Answer suite : answer(request).parts("suites")) {
            suites.add(new Suite<>(suite.text("name"), suite.array("instances")));
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
    public Measures measures(Split split, List<Tally> tallies) {
        if (measures == 0) {
            return Measures.NONE;
        }
        ObjectNode request = request("measures");
        request.put("split", split.name().toLowerCase(Locale.ROOT));
        request.set("tallies", amounts(tallies));
        return new Measures(answer(request).numbers("measures"));
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

    /// Ends the judge; whoever asks again starts another.
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
        JudgeProcess.Line line;
        try {
            line = judge.ask(JSON.writeValueAsBytes(request));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request that is no JSON", impossible);
        }
        String answer =
                "line %d of the judge, which answers \"%s\","
                        .formatted(line.number(), request.path("ask").asText());
        return new Answer(answer, "", object(answer, line.text()));
    }

    private static JsonNode object(String answer, byte[] text) {
        try {
            JsonNode object = JSON.readTree(text);
            if (object == null || !object.isObject()) {
                throw new EvaluatorFault(
                        "%s is no JSON object: %s".formatted(answer, printable(text)));
            }
            return object;
        } catch (JsonProcessingException broken) {
            throw new EvaluatorFault(
                    "%s is no JSON at column %d: %s. Maybe something is printed beside the answer: %s"
                            .formatted(
                                    answer,
                                    broken.getLocation().getColumnNr(),
                                    RunAnswer.printable(broken.getOriginalMessage()),
                                    printable(text)));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes that cannot be read", impossible);
        }
    }

    private static String printable(byte[] text) {
        return RunAnswer.printable(new String(text, StandardCharsets.UTF_8));
    }

    /// What the judge said, read with suspicion: its author may err.
    ///
    /// @param answer the line it is in, in words
    /// @param place of this part of it, such as `suites[0].`; empty for all of it
    private record Answer(String answer, String place, JsonNode said) {

        List<JsonNode> array(String key) {
            JsonNode value = said.path(key);
            if (!value.isArray()) {
                throw wrong(key, "a list", value);
            }
            return StreamSupport.stream(value.spliterator(), false).toList();
        }

        /// The objects of a list.
        List<Answer> parts(String key) {
            List<Answer> parts = new ArrayList<>();
            for (JsonNode part : array(key)) {
                String at = "%s[%d]".formatted(key, parts.size());
                if (!part.isObject()) {
                    throw wrong(at, "an object", part);
                }
                parts.add(new Answer(answer, place + at + ".", part));
            }
            return parts;
        }

        List<Double> numbers(String key) {
            List<Double> numbers = new ArrayList<>();
            for (JsonNode value : array(key)) {
                if (!value.isNumber()) {
                    throw wrong("%s[%d]".formatted(key, numbers.size()), "a number", value);
                }
                numbers.add(value.asDouble());
            }
            return List.copyOf(numbers);
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
                        "%s has %s of the keys %s; it needs one"
                                .formatted(
                                        answer,
                                        found.isEmpty() ? "none" : found.size(),
                                        String.join(", ", keys)));
            }
            return found.getFirst();
        }

        private EvaluatorFault wrong(String key, String wanted, JsonNode value) {
            String is =
                    value.isMissingNode() ? "is missing" : "is " + RunAnswer.printable("" + value);
            return new EvaluatorFault(
                    "%s has a fault: \"%s%s\" %s, where %s is expected"
                            .formatted(answer, place, key, is, wanted));
        }
    }
}
