package dev.breakwater.central.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.testing.JudgingCentral;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;

/** Attempts to sign in that fail are rows of the audit log that say how many there were, and not a row each. */
class SignInAuditIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private final SignInAudit audit = new SignInAudit(central.bean(Audit.class), central.clock());

    @Test
    void theFirstIsToldAtOnceAndAllOthersWhenTheMinutesAreOver() {
        fail("mallory", 7);
        fail("eve", 1);
        audit.tellWhatIsOver();
        assertThat(rows()).containsExactly("eve -", "mallory -");

        central.clock().advance(Duration.ofMinutes(11));
        audit.tellWhatIsOver();
        assertThat(rows()).containsExactly("eve -", "mallory -", "mallory 6");

        fail("mallory", 2);
        assertThat(rows()).containsExactly("eve -", "mallory -", "mallory -", "mallory 6");
        audit.tellAll();
        assertThat(rows()).containsExactly("eve -", "mallory -", "mallory -", "mallory 1", "mallory 6");
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            audit.failed(new AuthenticationFailureBadCredentialsEvent(
                    UsernamePasswordAuthenticationToken.unauthenticated(name, "wrong"),
                    new BadCredentialsException("bad credentials")));
        }
    }

    private static List<String> rows() {
        return central.jdbc()
                .sql("select actor || ' ' || coalesce(after ->> 'attempts', '-') as told from audit_log"
                        + " where action = 'failed to sign in' order by told")
                .query(String.class)
                .list();
    }
}
