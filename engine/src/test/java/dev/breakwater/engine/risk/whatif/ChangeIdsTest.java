package dev.breakwater.engine.risk.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeIdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set-privileged/web/false",
                "set-limits/web/0.5/536870912",
                "leave-host-namespace/PID",
                "unmount-token",
                "set-label/app.kubernetes.io%2Fowner/team+a",
                "resolve-violation/2ec81fca-d10f-40d3-8b8c-69d274ee0475/Name"
            })
    void readsWhatItWrites(String id) {
        assertThat(ChangeIds.parse(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set-privileged/web/maybe | privileged \"maybe\": must be true or false",
                "set-privileged/web | must have the form set-privileged/{container}/{privileged}",
                "remove-host-port/web/70000 | port \"70000\": must be a number from 1.0 to 65535.0",
                "set-limits/web/NaN/1 | cpu \"NaN\": must be a number from 0.001 to 10000.0",
                "leave-host-namespace/USER | namespace \"USER\": must be one of [NETWORK, PID, IPC]",
                "pin-digest/web/latest | digest \"latest\": must be a digest",
                "resolve-violation/1/x | policy \"1\": must be a UUID",
                "set-label/%zz/x | must be percent-encoded",
                "make-tea | change \"make-tea\": must be one of add-network-policy, add-probes"
            })
    void saysWhatIsWrong(String id, String message) {
        assertThatThrownBy(() -> ChangeIds.parse(id))
                .isInstanceOf(ChangeRejected.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAnIdWithoutEnd() {
        assertThatThrownBy(() -> ChangeIds.parse("x".repeat(5000)))
                .isInstanceOf(ChangeRejected.class)
                .hasMessageContaining("1000 characters");
    }

    @Test
    void knowsEverySortOfChange() {
        assertThat(ChangeIds.types()).hasSize((int) records(Change.class).count());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ChangeIdsTest::records);
    }

    @Test
    void keepsThePolicyOfAResolvedViolation() {
        UUID policy = UUID.fromString("2ec81fca-d10f-40d3-8b8c-69d274ee0475");
        ResolveViolation change = new ResolveViolation(policy, "Privileged container / “x”");

        assertThat(ChangeIds.parse(change.id())).isEqualTo(change);
    }
}
