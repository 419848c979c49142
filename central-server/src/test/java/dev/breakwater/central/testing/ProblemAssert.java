package dev.breakwater.central.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api.Answer;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Asserts that an answer is a problem as every client can rely on. */
public final class ProblemAssert {

    private final Answer answer;

    private ProblemAssert(Answer answer) {
        this.answer = answer;
    }

    /** It is a problem of this status and code, in the right media type and with all that each has. */
    public static ProblemAssert assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).as(answer.body()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:breakwater:problem:"
                        + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("traceId").asString()).matches("[0-9a-f]{16}").isEqualTo(answer.header("X-Request-Id"));
        return new ProblemAssert(answer);
    }

    /** Its first error names this field, value and what is allowed. */
    public ProblemAssert names(String field, String value, String allowed) {
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("value").asString()).contains(value);
        assertThat(error.get("allowed").asString()).contains(allowed);
        return this;
    }
}
