package dev.breakwater.sensor.link;

import io.grpc.Status;
import java.security.cert.CertificateException;

/** What went wrong with a call, in words for the person who reads the log. */
final class Reasons {

    private static final int MOST_CAUSES = 10;

    private Reasons() {}

    /** The deepest cause that says something. */
    static String of(Throwable thrown) {
        Status status = Status.fromThrowable(thrown);
        String said = status.getDescription() == null ? status.getCode().name() : status.getDescription();
        Throwable cause = deepest(thrown);
        String why = cause.getMessage();
        return cause == thrown || why == null || said.contains(why) ? said : said + " (" + why + ")";
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
