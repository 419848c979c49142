package dev.breakwater.cli.central;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What an answer other than success means, in words: from the problem (RFC 9457) that central sends, if it is one. */
final class Refusals {

    private static final int SHOWN = 500;

    private Refusals() {}

    static CentralFailure of(URI endpoint, HttpResponse<?> answer, byte[] body) {
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            String where = answer.headers().firstValue("Location").orElse("elsewhere");
            return new CentralFailure(
                    status, "central at " + endpoint + " points to " + where + "; is that the address for --endpoint?");
        }
        String why = reason(problem(body));
        return new CentralFailure(
                status,
                "central at " + endpoint + " refused (HTTP " + status + ")"
                        + (why.isEmpty() ? ": it says no more; is it a central?" : ": " + why));
    }

    private static JsonNode problem(byte[] body) {
        try {
            JsonNode read = JsonMapper.shared().readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(JsonNode problem) {
        String title = problem.path("title").asString("");
        String detail = problem.path("detail").asString("");
        List<String> errors = problem.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString("") + " is '"
                        + error.path("value").asString("") + "', allowed: "
                        + error.path("allowed").asString(""))
                .toList();
        String words = errors.isEmpty() ? detail : String.join("; ", errors);
        String all = title.isEmpty() || words.isEmpty() ? title + words : title + ". " + words;
        return all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all;
    }
}
