package dev.breakwater.central.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.ReferencePage;
import org.junit.jupiter.api.Test;

class ProblemReferenceTest {

    @Test
    void thePageTellsOfEveryCode() {
        StringBuilder page = new StringBuilder("""
                # Problems

                Whatever goes wrong is answered as `application/problem+json` (RFC 9457) with `type`, `title`, `status`, `detail`, and
                besides these `code` (below; stable), `traceId` (the log of the server has more under it) and, where fields are wrong,
                `errors` with `field`, `value` and `allowed` for each. Made from the code; do not edit.

                | code | status | meaning |
                |---|---|---|
                """);
        for (ProblemCode code : ProblemCode.values()) {
            page.append(
                    "| `%s` | %d | %s |%n".formatted(code, code.status().value(), ReferencePage.cell(code.meaning())));
        }
        page.append("""

                The `type` is `urn:breakwater:problem:` and the code in lower case with hyphens. A status that is not in the table, sent by the
                framework, has the code `HTTP_<status>`.
                """);
        ReferencePage.check("problems.md", page.toString());
    }

    @Test
    void codesHaveTypesOfTheirOwn() {
        assertThat(ProblemCode.values()).extracting(ProblemCode::type).doesNotHaveDuplicates();
        assertThat(ProblemCode.INVALID_REQUEST.type()).hasToString("urn:breakwater:problem:invalid-request");
    }
}
