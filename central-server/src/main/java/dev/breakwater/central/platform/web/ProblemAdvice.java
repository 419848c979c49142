package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Transience;
import dev.breakwater.central.platform.Types;
import dev.breakwater.central.platform.UnreadableBody;
import dev.breakwater.engine.compliance.StandardRejected;
import dev.breakwater.engine.policy.PolicyRejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place where a failure becomes an answer. For every controller and not ours alone: where a method or media type is
 * refused, no controller has been chosen yet.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    static final int RETRY_SECONDS = 10;
    private static final int MOST_TYPES = 6;

    static final String DATABASE_HINT = "Nothing was changed. Try again in a moment.";

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest e) {
        return Problems.invalid(List.of(e));
    }

    @ExceptionHandler
    ProblemDetail rejected(PolicyRejected e) {
        boolean several = e.problems().stream()
                        .map(PolicyRejected.Problem::policy)
                        .distinct()
                        .count()
                > 1;
        return Problems.invalid(e.problems().stream()
                .map(problem -> new InvalidRequest(
                        several ? problem.policy() + problem.pointer() : problem.pointer(),
                        problem.value(),
                        problem.allowed().replaceFirst("^Allowed: ", "")))
                .toList());
    }

    @ExceptionHandler
    ProblemDetail rejected(StandardRejected e) {
        return Problems.invalid(e.problems().stream()
                .map(problem -> new InvalidRequest(
                        "line " + problem.line() + ": " + problem.field(), problem.value(), problem.allowed()))
                .toList());
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
        return later(Problems.of(ProblemCode.BUSY, String.valueOf(e.getMessage())));
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS))
                .body(problem);
    }

    /** @throws Exception the same, if half of an answer is out: the server then breaks the connection, which the caller sees */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        BodyTooLarge tooLarge = tooLarge(e);
        if (tooLarge != null) {
            ProblemDetail problem = Problems.of(ProblemCode.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
            return ResponseEntity.status(problem.getStatus()).body(problem);
        }
        if (Transience.isTransient(e)) {
            log.warn("request failed, the database does not answer", e);
            return later(Problems.of(ProblemCode.DATABASE_UNAVAILABLE, DATABASE_HINT));
        }
        log.error("request failed unexpectedly", e);
        ProblemDetail problem = Problems.of(ProblemCode.INTERNAL_ERROR, ApiErrorFilter.logHint());
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problems.of(
                ProblemCode.METHOD_NOT_ALLOWED,
                "The method is '" + e.getMethod() + "'; allowed: " + headers.getFirst(HttpHeaders.ALLOW));
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problems.of(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                List.of(new InvalidRequest(
                        HttpHeaders.CONTENT_TYPE,
                        e.getContentType() == null ? "" : e.getContentType().toString(),
                        allowed(e))));
        return handleExceptionInternal(e, problem, headers, status, request);
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
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                e,
                List.of(new InvalidRequest(e.getRequestPartName(), "", "a part of this name in the multipart form")),
                headers,
                request);
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
        BodyTooLarge tooLarge = tooLarge(e);
        if (tooLarge != null) {
            ProblemDetail problem = Problems.of(ProblemCode.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
            return handleExceptionInternal(e, problem, headers, ProblemCode.CONTENT_TOO_LARGE.status(), request);
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

    private static @Nullable BodyTooLarge tooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return tooLarge;
            }
        }
        return null;
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, List<InvalidRequest> errors, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(
                e, Problems.invalid(errors), headers, ProblemCode.INVALID_REQUEST.status(), request);
    }

    private static String allowed(HttpMediaTypeNotSupportedException e) {
        List<MediaType> types = e.getSupportedMediaTypes();
        boolean several = !types.isEmpty() && types.size() <= MOST_TYPES;
        return several
                ? types.stream().map(MediaType::toString).collect(Collectors.joining(", "))
                : MediaType.APPLICATION_JSON_VALUE;
    }

    /** A page size that is no number is told its bounds, too. */
    private static String bounded(String field, Class<?> type) {
        return field.equals("pageSize")
                ? Types.described(type) + " from 1 to " + ListRequest.MAX_PAGE_SIZE
                : Types.described(type);
    }

    private static InvalidRequest invalidField(FieldError error, MethodArgumentNotValidException e) {
        boolean secret = error.getField().toLowerCase(Locale.ROOT).matches(".*(password|secret|token).*")
                && !error.getField().equals("pageToken");
        Class<?> type = e.getBindingResult().getFieldType(error.getField());
        if (error.getRejectedValue() == null && type != null) {
            return new InvalidRequest(error.getField(), "", Types.described(type));
        }
        return new InvalidRequest(
                error.getField(),
                secret ? "(not shown)" : String.valueOf(error.getRejectedValue()),
                error.isBindingFailure() && type != null
                        ? bounded(error.getField(), type)
                        : String.valueOf(error.getDefaultMessage()));
    }
}
