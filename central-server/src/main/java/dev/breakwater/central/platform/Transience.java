package dev.breakwater.central.platform;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures that pass by themselves (a deadlock, a lost connection) from those that would come again. */
public final class Transience {

    // Connection, transaction rollback (serialization, deadlock), resources, operator intervention (shutdown), system
    // error.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");
    // Lock not available; a server that just became a standby.
    private static final Set<String> STATES = Set.of("55P03", "25006");
    private static final int MAX_CAUSES = 20;

    private Transience() {}

    /** Whether the same may succeed a moment later: nothing was written. */
    public static boolean isTransient(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLException sql && isTransientState(sql.getSQLState())) {
                return true;
            }
            // A rollback that fails, because the connection is gone, hides why it was needed.
            if (cause instanceof TransactionSystemException system
                    && system.getApplicationException() != null
                    && isTransient(system.getApplicationException())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isTransientState(@Nullable String state) {
        // Only the connection pool gives none: the connection was closed under its user.
        return state == null
                || STATES.contains(state)
                || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
