package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where a failure becomes an answer. */
@RestControllerAdvice(basePackages = "dev.breakwater.central")
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest e) {
        ProblemDetail problem =
                Problems.of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "The request cannot be used", e.getMessage());
        problem.setProperty("errors", List.of(Map.of("field", e.field(), "value", e.value(), "allowed", e.allowed())));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "Not found, or no access", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict e) {
        return Problems.of(HttpStatus.CONFLICT, "CONFLICT", "It does not fit what is there", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail overtaken(OptimisticLockingFailureException e) {
        return Problems.of(
                HttpStatus.CONFLICT,
                "OVERTAKEN",
                "Somebody changed it meanwhile",
                "Read the present state and try again.");
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException e) {
        return Problems.of(HttpStatus.FORBIDDEN, "FORBIDDEN", "Not allowed", "Your role does not include this.");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        log.error("request failed unexpectedly", e);
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something failed here",
                "The log has more under the id " + Correlation.current() + ".");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String type =
                e.getRequiredType() == null ? "value" : e.getRequiredType().getSimpleName();
        String field = e.getPropertyName() == null ? "parameter" : e.getPropertyName();
        return handleExceptionInternal(
                e,
                invalid(new InvalidRequest(field, String.valueOf(e.getValue()), "a " + type)),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = e.getBindingResult().getFieldErrors().stream()
                .limit(50)
                .map(error -> Map.of(
                        "field", error.getField(),
                        "value", abbreviated(String.valueOf(error.getRejectedValue())),
                        "allowed", String.valueOf(error.getDefaultMessage())))
                .toList();
        ProblemDetail problem = Problems.of(
                HttpStatus.BAD_REQUEST,
                "INVALID_REQUEST",
                "The request cannot be used",
                errors.isEmpty()
                        ? "The body is not valid."
                        : errors.getFirst().get("field") + ": "
                                + errors.getFirst().get("allowed"));
        problem.setProperty("errors", errors);
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null
                && answer.getBody() instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
            HttpStatus known = HttpStatus.resolve(status.value());
            String code = known == null ? "HTTP_" + status.value() : known.name();
            problem.setType(URI.create(
                    "urn:breakwater:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
            Problems.completed(problem, code);
        }
        return answer;
    }

    private static String abbreviated(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + "…";
    }
}
