package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.Correlation;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problem details: stable type, code, and the id under which the log has more. */
public final class Problems {

    private Problems() {}

    /**
     * @param code stable, upper snake; the type is {@code urn:breakwater:problem:<code in lower kebab>}
     * @param detail what was wrong with this request
     */
    public static ProblemDetail of(HttpStatus status, String code, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:breakwater:problem:"
                + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        problem.setTitle(title);
        return completed(problem, code);
    }

    /** Adds the extensions that every problem has. */
    static ProblemDetail completed(ProblemDetail problem, String code) {
        problem.setProperty("code", code);
        problem.setProperty("traceId", Correlation.current());
        return problem;
    }
}
