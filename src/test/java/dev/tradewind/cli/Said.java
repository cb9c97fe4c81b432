package dev.tradewind.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command said and ended with.
///
/// @param out standard output
/// @param err standard error
record Said(int code, String out, String err) {

    static Said by(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int at = 0; at < texts.length; at++) {
            texts[at] = arguments[at].toString();
        }
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Said(code, out.toString(), err.toString());
    }

    /// Standard output as the one document it is.
    JsonNode document() throws JsonProcessingException {
        return new JsonMapper().readTree(out);
    }
}
