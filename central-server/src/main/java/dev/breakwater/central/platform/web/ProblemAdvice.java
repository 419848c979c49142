package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place where a failure becomes an answer. For every controller and not ours alone: where a method or media type is
 * refused, no controller has been chosen yet.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int RETRY_SECONDS = 10;

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest e) {
        return Problems.invalid(List.of(e));
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFound e) {
        return Problems.of(ProblemCode.NOT_FOUND, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict e) {
        return Problems.of(ProblemCode.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail overtaken(OptimisticLockingFailureException e) {
        return Problems.of(ProblemCode.OVERTAKEN, "Read the present state and try again.");
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException e) {
        return Problems.of(ProblemCode.FORBIDDEN, "Your role does not include this.");
    }

    @ExceptionHandler
    ProblemDetail tooSlow(QueryTimeoutException e) {
        log.warn("a query took too long", e);
        return Problems.of(ProblemCode.TOO_SLOW, "Narrow the filter or the sort.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy e) {
        ProblemDetail problem = Problems.of(ProblemCode.BUSY, String.valueOf(e.getMessage()));
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS))
                .body(problem);
    }

    /** @throws Exception the same, if half of an answer is out: the server then breaks the connection, which the caller sees */
    @ExceptionHandler
    ProblemDetail unexpected(Exception e, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        log.error("request failed unexpectedly", e);
        return Problems.of(ProblemCode.INTERNAL_ERROR, ApiErrorFilter.logHint());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = e.getPropertyName() == null ? "parameter" : e.getPropertyName();
        String allowed = e.getRequiredType() == null ? "another value" : Types.described(e.getRequiredType());
        return answer(e, List.of(new InvalidRequest(field, String.valueOf(e.getValue()), allowed)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(e, List.of(new InvalidRequest(e.getParameterName(), "", "a value")), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidRequest> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> invalidField(error, e))
                .toList();
        return answer(
                e,
                errors.isEmpty() ? List.of(new InvalidRequest("body", "", "a valid body")) : errors,
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                ProblemDetail problem =
                        Problems.of(ProblemCode.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
                return handleExceptionInternal(e, problem, headers, ProblemCode.CONTENT_TOO_LARGE.status(), request);
            }
        }
        return answer(e, List.of(UnreadableBody.error(e)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null
                && answer.getBody() instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
            return new ResponseEntity<>(
                    Problems.ofStatus(status, String.valueOf(problem.getDetail())), answer.getHeaders(), status);
        }
        return answer;
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, List<InvalidRequest> errors, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(
                e, Problems.invalid(errors), headers, ProblemCode.INVALID_REQUEST.status(), request);
    }

    private static InvalidRequest invalidField(FieldError error, MethodArgumentNotValidException e) {
        boolean secret = error.getField().toLowerCase(Locale.ROOT).matches(".*(password|secret|token).*")
                && !error.getField().equals("pageToken");
        Class<?> type = e.getBindingResult().getFieldType(error.getField());
        return new InvalidRequest(
                error.getField(),
                secret ? "(not shown)" : String.valueOf(error.getRejectedValue()),
                error.isBindingFailure() && type != null
                        ? Types.described(type)
                        : String.valueOf(error.getDefaultMessage()));
    }
}
