package dev.breakwater.sensor.link;

import io.grpc.Status;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a call, in words for the person who reads the log. */
final class Reasons {

    private static final int MOST_CAUSES = 10;

    private Reasons() {}

    /** The deepest cause that says something, in one line. */
    static String of(Throwable thrown) {
        @Nullable String known = known(thrown);
        if (known != null) {
            return known;
        }
        Status status = Status.fromThrowable(thrown);
        String description = status.getDescription() == null ? "" : firstLine(status.getDescription());
        String said = description.isEmpty() ? status.getCode().name() : description;
        Throwable cause = deepest(thrown);
        String why = cause.getMessage() == null ? "" : firstLine(cause.getMessage());
        return cause == thrown || why.isEmpty() || said.contains(why) ? said : said + " (" + why + ")";
    }

    /** What happens to people who set up a sensor; gRPC buries it under a description of its connection. */
    private static @Nullable String known(Throwable thrown) {
        @Nullable String why = null;
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            why = switch (cause) {
                case NotSslRecordException ignored -> "this is not the link port: it does not speak TLS";
                case UnknownHostException e ->
                    "the host name is not known: " + firstLine(String.valueOf(e.getMessage()));
                case ConnectException e -> firstLine(String.valueOf(e.getMessage()));
                case CertificateException e -> firstLine(String.valueOf(e.getMessage()));
                default -> why;
            };
        }
        return why;
    }

    /** Without what gRPC adds of its connection. */
    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Channel Pipeline"))
                .findFirst()
                .orElse("");
    }

    /** A class that cannot be loaded or memory that is used up, somewhere in gRPC's threads: no other try will help. */
    static @Nullable Error defect(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof Error error) {
                return error;
            }
        }
        return null;
    }

    /** Whether the server's certificate was not trusted, or ours not by it. */
    static boolean isCertificate(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof java.security.cert.CertPathBuilderException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause.getCause() != null && i < MOST_CAUSES; i++) {
            cause = cause.getCause();
        }
        return cause;
    }
}
