package dev.breakwater.central.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class TransienceTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "55P03", "25006"})
    void knowsStatesThatPass(String state) {
        assertThat(Transience.isTransient(wrapped(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42P01", "22P05"})
    void knowsStatesThatComeAgain(String state) {
        assertThat(Transience.isTransient(wrapped(state))).isFalse();
    }

    @Test
    void knowsWhatSpringAndThePoolSay() {
        assertThat(Transience.isTransient(new CannotAcquireLockException("deadlock")))
                .isTrue();
        assertThat(Transience.isTransient(
                        new IllegalStateException(new SQLTransientConnectionException("no connection"))))
                .isTrue();
        assertThat(Transience.isTransient(new DataIntegrityViolationException("twice")))
                .isFalse();
        assertThat(Transience.isTransient(new NullPointerException())).isFalse();
    }

    @Test
    void looksBehindARollbackThatFailedToo() {
        TransactionSystemException failed =
                new TransactionSystemException("no rollback", new SQLException("Connection is closed"));
        assertThat(Transience.isTransient(failed)).isTrue();
        TransactionSystemException refused = new TransactionSystemException("no commit", new IllegalStateException());
        assertThat(Transience.isTransient(refused)).isFalse();
        refused.initApplicationException(wrapped("57P01"));
        assertThat(Transience.isTransient(refused)).isTrue();
    }

    private static RuntimeException wrapped(String state) {
        return new RuntimeException(new UncategorizedSQLException("test", null, new SQLException("state", state)));
    }
}
