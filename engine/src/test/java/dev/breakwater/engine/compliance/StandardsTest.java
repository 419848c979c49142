package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardsTest {

    @Test
    void eachControlAsksChecksThatThereAre() {
        Set<String> known = Checks.all().stream().map(Check::id).collect(Collectors.toSet());
        for (Standard standard : Standards.all()) {
            assertThat(standard.controls().flatMap(control -> control.checks().stream()))
                    .allSatisfy(check -> assertThat(known).contains(check));
        }
    }

    @Test
    void eachCheckIsAskedBySomeControl() {
        Set<String> asked = Standards.all().stream()
                .flatMap(Standard::controls)
                .flatMap(control -> control.checks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked)
                .containsExactlyInAnyOrderElementsOf(
                        Checks.all().stream().map(Check::id).toList());
    }

    @Test
    void eachControlIsCheckedOrAttested() {
        for (Standard standard : Standards.all()) {
            assertThat(standard.controls())
                    .allMatch(control -> !control.checks().isEmpty() || control.needsAttestation());
        }
    }

    @Test
    void theLeavesOf800190AreAllThere() {
        List<String> expected = Map.of("4.1", 5, "4.2", 3, "4.3", 5, "4.4", 5, "4.5", 5).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(section ->
                        IntStream.rangeClosed(1, section.getValue()).mapToObj(leaf -> section.getKey() + "." + leaf))
                .toList();
        assertThat(Standards.byId("nist-800-190").orElseThrow().controls())
                .extracting(Standard.Control::id)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void everyRequirementOfPciDssIsThere() {
        Standard standard = Standards.byId("pci-dss-4.0").orElseThrow();
        assertThat(standard.controls()).hasSize(280).doesNotHaveDuplicates();
        Map<String, Long> bySection = standard.sections().stream()
                .collect(Collectors.toMap(Standard.Section::id, section ->
                        (long) section.controls().size()));
        assertThat(bySection)
                .containsEntry("1", 19L)
                .containsEntry("3", 29L)
                .containsEntry("8", 29L)
                .containsEntry("10", 27L)
                .containsEntry("12", 37L)
                .hasSize(15);
    }

    @Test
    void the22Of80053AreThereAndSpeltAsPeopleSpellThem() {
        Standard standard = Standards.byId("nist-800-53").orElseThrow();
        assertThat(standard.controls()).hasSize(22);
        assertThat(standard.controlSpelt("AC-3 (7)")).isEqualTo(standard.control("AC-3(7)"));
        Standard hipaa = Standards.byId("hipaa-164").orElseThrow();
        assertThat(hipaa.controlSpelt("308.a.1.ii.b")).isEqualTo(hipaa.control("164.308(a)(1)(ii)(B)"));
        assertThat(hipaa.controlSpelt("999")).isEmpty();
    }

    @Test
    void restrictedAsksEverythingThatBaselineAsks() {
        List<String> restricted = Standards.byId("pod-security-restricted")
                .orElseThrow()
                .controls()
                .flatMap(control -> control.checks().stream())
                .toList();
        assertThat(Standards.byId("pod-security-baseline").orElseThrow().controls())
                .allSatisfy(control -> assertThat(restricted).containsAll(control.checks()));
    }

    @Test
    void noControlIsNamedTwice() {
        for (Standard standard : Standards.all()) {
            assertThat(standard.controls().map(Standard.Control::id)).doesNotHaveDuplicates();
        }
    }
}
