package dev.breakwater.engine.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Grants.Grant;
import dev.breakwater.engine.model.Role.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules let one read a secret. */
class BoundGrantsTest {

    @ParameterizedTest
    @CsvSource({
        "'', secrets, get, '', true",
        "'', secrets, watch, '', true",
        "*, *, *, '', true",
        "'', secrets, get, db, true",
        "'', secrets, get, other, false",
        "'', secrets, create, '', false",
        "'', configmaps, get, '', false",
        "apps, *, get, '', false"
    })
    void readsASecret(String group, String resource, String verb, String name, boolean reads) {
        Rule rule = new Rule(
                List.of(group),
                List.of(resource),
                name.isEmpty() ? List.of() : List.of(name),
                List.of(verb),
                List.of());

        assertThat(BoundGrants.readsSecret(new Grant("b", "r", "pay", rule), "db"))
                .isEqualTo(reads);
    }

    @Test
    void nothingIsGrantedByNoBinding() {
        assertThat(BoundGrants.of(List.of(), List.of(), grant -> true)).isEmpty();
    }
}
