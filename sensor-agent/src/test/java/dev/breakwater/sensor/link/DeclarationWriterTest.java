package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.v1.DeclaredPolicies;
import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.Declarations.Declared;
import dev.breakwater.sensor.facts.Declarations.Told;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeclarationWriterTest {

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final Declarations declarations = new Declarations();
    private final DeclarationWriter writer = new DeclarationWriter(declarations);

    @Test
    void saysNothingWhileNothingIsKnownAndNoneOnceThatIs() {
        assertThat(writer.due(now)).isEmpty();

        declarations.report(new Told(List.of(), false));
        assertThat(writer.due(now)).singleElement().satisfies(message -> {
            assertThat(message.getPoliciesList()).isEmpty();
            assertThat(message.getLast()).isTrue();
        });
        assertThat(writer.due(now)).isEmpty();

        declarations.unknown();
        assertThat(writer.due(now)).as("not readable is not none").isEmpty();
    }

    @Test
    void saysWhatChangedSoonButNotAgainAndAgain() {
        declarations.report(new Told(List.of(), false));
        assertThat(writer.nextDue()).isBefore(now);
        assertThat(writer.due(now)).hasSize(1);
        assertThat(writer.nextDue()).isEqualTo(Instant.MAX);

        declarations.report(new Told(List.of(new Declared("shop", "a", "{}")), false));
        assertThat(writer.due(now.plusSeconds(14))).isEmpty();
        assertThat(writer.nextDue()).isEqualTo(now.plusSeconds(15));
        assertThat(writer.due(now.plusSeconds(15))).hasSize(1);
    }

    @Test
    void sendsTheLargestSetInMessagesThatTheLinkTakes() {
        String longest = "\u00f6".repeat(Declarations.LONGEST / 2);
        List<Declared> all = IntStream.range(0, Declarations.MOST)
                .mapToObj(i -> new Declared("shop", "p" + i, longest))
                .toList();
        declarations.report(new Told(all, true));

        List<DeclaredPolicies> messages = writer.due(now);
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.getSerializedSize()).isLessThan(1 << 20));
        assertThat(messages.stream()
                        .mapToInt(DeclaredPolicies::getPoliciesCount)
                        .sum())
                .isEqualTo(Declarations.MOST);
        assertThat(messages.stream().filter(DeclaredPolicies::getLast)).containsExactly(messages.getLast());
        assertThat(messages.getLast().getIncomplete()).isTrue();
    }
}
