package dev.breakwater.ui.part;

import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.access.AccessDeniedException;

/** What a person reads of a failure: the service's own words where it has some, else an id that the log knows. */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** The words for a failure; one that has none of its own is logged under the id in them. */
    public static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequest
                    || cause instanceof Conflict
                    || cause instanceof NotFound
                    || cause instanceof Busy) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof QueryTimeoutException) {
                return "It took too long to read. Narrow the filter, or sort by another column.";
            }
            if (cause instanceof AccessDeniedException) {
                return "Your role does not include this.";
            }
        }
        String id = Correlation.current().isEmpty() ? Correlation.newId() : Correlation.current();
        log.error("console action failed unexpectedly, id {}", id, failure);
        return "Something failed here. The log has more under the id " + id + ".";
    }

    /** Whether it is a right that is missing. */
    public static boolean isRefusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException) {
                return true;
            }
        }
        return false;
    }
}
