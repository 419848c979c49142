package dev.breakwater.sensor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FactStoreTest {

    private final FactStore facts = new FactStore(3);

    @Test
    void dropsWhatDidNotChange() {
        AtomicInteger changes = new AtomicInteger();
        facts.onChange(changes::incrementAndGet);

        facts.put(namespace("a", "1"));
        facts.put(namespace("a", "1"));
        facts.put(namespace("a", "2"));
        facts.remove(namespace("b", "1").id());

        assertThat(changes).hasValue(2);
        assertThat(facts.changes()).isEqualTo(1);
    }

    @Test
    void gathersChangesOfOneObjectAndKeepsDependenciesFirst() {
        facts.put(account("x"));
        facts.put(namespace("a", "1"));
        facts.put(namespace("gone", "1"));
        facts.remove(namespace("gone", "1").id());
        facts.put(namespace("a", "2"));

        assertThat(facts.takeChanged(10))
                .containsExactly(
                        namespace("a", "1").id(),
                        account("x").id(),
                        namespace("gone", "1").id());
        assertThat(facts.takeChanged(10)).isEmpty();
    }

    @Test
    void saysSoWhenMoreChangedThanItRemembers() {
        for (int i = 0; i < 5; i++) {
            facts.put(namespace("n" + i, "1"));
        }

        assertThat(facts.overflowed()).isTrue();
        assertThat(facts.changes()).isZero();
        assertThat(facts.beginComparison()).hasSize(5);
        assertThat(facts.overflowed()).isFalse();
    }

    @Test
    void replacesEverything() {
        facts.put(namespace("a", "1"));
        facts.put(account("x"));
        Fact kept = namespace("a", "2");

        facts.replaceAll(Map.of(kept.id(), kept));

        assertThat(facts.counts()).isEqualTo(Map.of(ObjectKind.NAMESPACE, 1));
        assertThat(facts.take(kept.id())).isSameAs(kept);
    }

    private static Fact namespace(String name, String label) {
        return Fact.of("c1", new Namespace(new ObjectMeta("", name, "", Map.of("l", label), Map.of(), null)));
    }

    private static Fact account(String name) {
        return Fact.of("c1", new ServiceAccount(ObjectMeta.of("shop", name), null, List.of(), List.of()));
    }
}
