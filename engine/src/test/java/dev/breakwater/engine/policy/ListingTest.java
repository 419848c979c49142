package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.UnknownReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ListingTest {

    private static UnknownFact fact(int number) {
        return new UnknownFact("c" + number % 3, "s" + number % 5, UnknownReason.FAILED, "d" + number);
    }

    @Property(tries = 300)
    void listsTheFirstOfWhatIsUnknownWithoutDoubles(@ForAll @IntRange(max = 300) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<UnknownFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(fact(random.nextInt(120)));
        }
        List<UnknownFact> sorted = facts.stream()
                .distinct()
                .sorted(Comparator.comparing(UnknownFact::criterion)
                        .thenComparing(UnknownFact::subject)
                        .thenComparing(UnknownFact::detail))
                .limit(Listing.MAX)
                .toList();
        assertThat(Listing.ofUnknown(facts)).isEqualTo(sorted);
    }

    @Property(tries = 300)
    void listsWhatIsSaidOnceAndCountsTheRest(@ForAll @IntRange(max = 300) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            evidence.add(new Evidence(
                    String.format("m%03d", random.nextInt(90)), "c" + random.nextInt(3), "web", "", "", "", ""));
        }
        List<String> messages =
                evidence.stream().map(Evidence::message).distinct().sorted().toList();
        List<Evidence> listed = Listing.ofEvidence(evidence);
        List<String> expected =
                new ArrayList<>(messages.stream().limit(Listing.MAX).toList());
        if (messages.size() > Listing.MAX) {
            expected.add("… and " + (messages.size() - Listing.MAX) + " more.");
        }
        assertThat(listed).extracting(Evidence::message).isEqualTo(expected);
        listed.stream()
                .filter(one -> !one.container().isEmpty())
                .forEach(one -> assertThat(evidence.stream()
                                .filter(other -> other.message().equals(one.message()))
                                .map(Evidence::criterion)
                                .min(Comparator.naturalOrder()))
                        .contains(one.criterion()));
    }
}
