package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.InvalidRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problem details: stable type, code, and the id under which the log has more. */
public final class Problems {

    private static final int MOST_ERRORS = 50;

    private Problems() {}

    /**
     * @param detail what was wrong with this request
     */
    public static ProblemDetail of(ProblemCode code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.status(), detail);
        problem.setType(code.type());
        problem.setTitle(code.title());
        problem.setProperty("code", code.name());
        problem.setProperty("traceId", Correlation.current());
        return problem;
    }

    /** The problem for a status that the framework chose: one of our codes, else {@code HTTP_<status>}. */
    static ProblemDetail ofStatus(HttpStatusCode status, String detail) {
        ProblemCode code = ProblemCode.of(status.value());
        if (code != null) {
            return of(code, detail);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", "HTTP_" + status.value());
        problem.setProperty("traceId", Correlation.current());
        return problem;
    }

    /** A problem that names what is wrong; the detail is that of the first. */
    static ProblemDetail invalid(List<InvalidRequest> errors) {
        return of(ProblemCode.INVALID_REQUEST, errors);
    }

    /** The same under another code. */
    static ProblemDetail of(ProblemCode code, List<InvalidRequest> errors) {
        ProblemDetail problem = of(code, String.valueOf(errors.getFirst().getMessage()));
        problem.setProperty(
                "errors",
                errors.stream()
                        .limit(MOST_ERRORS)
                        .map(e -> Map.of("field", e.field(), "value", e.value(), "allowed", e.allowed()))
                        .toList());
        return problem;
    }
}
