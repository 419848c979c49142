package dev.breakwater.central.platform.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Every kind of problem that the API answers with. The names are stable: clients may branch on them. */
public enum ProblemCode {
    INVALID_REQUEST(
            HttpStatus.BAD_REQUEST,
            "The request cannot be used",
            "A parameter or a part of the body is wrong. `errors` names each field, the value it had and what is allowed."),
    UNAUTHORIZED(
            HttpStatus.UNAUTHORIZED,
            "Not signed in",
            "No credentials were sent, or they are wrong, expired or revoked. Send Basic credentials or a bearer API token."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed", "The role of the account or token does not include this."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Not found, or no access",
            "There is no such thing, or the reader may not see it; which of the two is not said."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "Method not allowed",
            "The resource is there but does not take this method; the `Allow` header lists those it takes."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "Not acceptable",
            "The resource cannot be given in any of the media types that were asked for."),
    CONFLICT(
            HttpStatus.CONFLICT,
            "It does not fit what is there",
            "The request is right by itself but the present state forbids it, such as a name that is taken."),
    OVERTAKEN(
            HttpStatus.CONFLICT,
            "Somebody changed it meanwhile",
            "The change was made to an older version. Read the present state and try again."),
    CONTENT_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "Too large",
            "The body is larger than what is read; the detail says how much is."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Unsupported media type",
            "The body is not in a media type that this resource takes; send `application/json`."),
    THROTTLED(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many failed attempts",
            "Signing in failed too often. The `Retry-After` header says in how many seconds to try again."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something failed here",
            "A fault of the server. Its log has more under `traceId`."),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Busy",
            "As much of this is running as is let run at a time. The `Retry-After` header says when to try again."),
    DATABASE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The database does not answer",
            "Central runs but cannot reach its database. The `Retry-After` header says when to try again."),
    TOO_SLOW(
            HttpStatus.SERVICE_UNAVAILABLE,
            "It took too long",
            "The answer took longer than is waited for. Narrow the filter or the sort.");

    private final HttpStatus status;
    private final String title;
    private final String meaning;

    ProblemCode(HttpStatus status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    public HttpStatus status() {
        return status;
    }

    /** Short, the same for every problem of the kind. */
    public String title() {
        return title;
    }

    /** What it means and what to do, for the reference. */
    public String meaning() {
        return meaning;
    }

    /** The problem type of RFC 9457: {@code urn:breakwater:problem:} and the name in lower kebab. */
    public URI type() {
        return URI.create(
                "urn:breakwater:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The code for a status that the framework chose, {@code null} = none of ours has it. */
    static @Nullable ProblemCode of(int status) {
        for (ProblemCode code : values()) {
            if (code.status.value() == status) {
                return code;
            }
        }
        return null;
    }
}
