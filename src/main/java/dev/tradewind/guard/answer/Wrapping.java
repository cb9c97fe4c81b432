package dev.tradewind.guard.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.List;
import java.util.regex.Pattern;

/// What models put around an answer: thinking, XML tags, JSON.
final class Wrapping {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FENCE = "~~~~~~~~~~~~";
    private static final List<String> THINKING = List.of("think", "thinking", "reasoning");
    private static final List<String> CODE = List.of("code", "program", "answer", "solution");
    private static final List<String> IDEA = List.of("idea", "thought", "description");
    private static final Pattern FENCED = Pattern.compile("(?m)^ {0,3}(```|~~~)");
    private static final Pattern TAG =
            Pattern.compile("(?m)^</?(code|program|answer|solution|file)\\b[^<>\\n]{0,200}>");

    private Wrapping() {}

    /// The answer in Markdown, its lines ended by `\n`.
    static String removed(String answer) {
        String text = answer.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", "");
        return untagged(fromJson(withoutThinking(text)));
    }

    private static String withoutThinking(String text) {
        String rest = text;
        for (String name : THINKING) {
            String end = "</" + name + ">";
            int at = rest.lastIndexOf(end);
            if (at >= 0) {
                rest = rest.substring(at + end.length());
            } else if (rest.stripLeading().startsWith("<" + name + ">")) {
                rest = "";
            }
        }
        return rest;
    }

    private static String fromJson(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("{\"") && !stripped.matches("(?s)\\{\\s*+\".*+")) {
            return text;
        }
        try {
            JsonNode object = JSON.readTree(stripped);
            String code = first(object, CODE);
            return code.isEmpty() ? text : markdown(first(object, IDEA), code);
        } catch (JsonProcessingException none) {
            return text;
        }
    }

    private static String first(JsonNode object, List<String> names) {
        return names.stream()
                .map(name -> object.path(name).asText(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String markdown(String idea, String code) {
        boolean marked = FENCED.matcher(code).find() || code.contains("<<<<<");
        String head = idea.isEmpty() ? "" : "Idea: " + idea + "\n\n";
        return head + (marked ? code : FENCE + "\n" + code + "\n" + FENCE + "\n");
    }

    /// Tags around code become fences, where there are no others.
    private static String untagged(String text) {
        return FENCED.matcher(text).find()
                ? text
                : TAG.matcher(text)
                        .replaceAll(tag -> tag.group().startsWith("</") ? closing() : opening());
    }

    private static String opening() {
        return FENCE + "\n";
    }

    private static String closing() {
        return "\n" + FENCE;
    }
}
