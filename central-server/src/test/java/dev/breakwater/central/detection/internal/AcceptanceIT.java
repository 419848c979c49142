package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.detection.internal.TriageFixture.ALL;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.AcceptanceRow;
import dev.breakwater.central.detection.Acceptances;
import dev.breakwater.central.detection.DecisionOutcome;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcceptanceIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static TriageFixture violations;
    private static Triage triage;

    @BeforeAll
    static void take() {
        violations = new TriageFixture(central);
        triage = central.bean(Triage.class);
    }

    private static Instant inDays(int days) {
        return central.clock().instant().plus(Duration.ofDays(days));
    }

    private static DecisionOutcome accept(String q, Instant until) {
        return triage.accept(Selection.matching(q), "known since the audit", until, false, ALL);
    }

    @Test
    void dayOneShowsOnlyWhatIsNew() {
        WorkloadSpec old = deployment("baseline", "old", "registry.example.com/old:1", true);
        central.send(old);
        int before = violations.count("namespace:baseline state:open");
        double risk = violations.risk(old);

        DecisionOutcome preview =
                triage.accept(Selection.matching("namespace:baseline"), "audit", inDays(90), true, ALL);
        assertThat(preview.changed()).isEqualTo(before);
        assertThat(preview.id()).isNull();
        assertThat(preview.sample()).hasSize(before);
        assertThat(violations.count("namespace:baseline state:open")).isEqualTo(before);

        DecisionOutcome accepted = accept("namespace:baseline", inDays(90));
        assertThat(accepted.changed()).isEqualTo(before);
        assertThat(violations.count("namespace:baseline state:open")).isZero();
        assertThat(violations.count("namespace:baseline state:accepted acceptance:" + accepted.id()))
                .isEqualTo(before);
        assertThat(violations.of(old).silence()).satisfies(silence -> {
            assertThat(silence.by()).isEqualTo("ada");
            assertThat(silence.reason()).isEqualTo("known since the audit");
            assertThat(silence.until()).isEqualTo(inDays(90));
        });
        assertThat(violations.history(old)).last().asString().startsWith("ada ACCEPTED: until ");
        assertThat(violations.counted(old)).isZero();

        WorkloadSpec fresh = deployment("baseline", "new", "registry.example.com/new:1", true);
        central.send(fresh);
        assertThat(violations.list("namespace:baseline state:open"))
                .isNotEmpty()
                .allMatch(row -> row.workload().name().equals("new"));

        central.send(deployment("baseline", "old", "registry.example.com/old:2", true));
        assertThat(violations.of(old).state()).isEqualTo("ACCEPTED");
        assertThat(violations.counted(old)).isZero();
        // Bearing something makes nobody safer.
        assertThat(violations.risk(old)).isEqualTo(risk);
    }

    @Test
    void comesBackWhenItsTimeIsOverWithoutAnyMessageFromASensor() {
        WorkloadSpec spec = deployment("expiry", "web", "registry.example.com/web:1", true);
        central.send(spec);
        int open = violations.count("namespace:expiry state:open");
        accept("namespace:expiry", inDays(30));
        violations.drain();
        assertThat(violations.of(spec).state()).isEqualTo("ACCEPTED");

        central.clock().advance(Duration.ofDays(29));
        violations.drain();
        assertThat(violations.of(spec).state()).isEqualTo("ACCEPTED");
        central.clock().advance(Duration.ofDays(1));
        violations.drain();

        assertThat(violations.count("namespace:expiry state:open")).isEqualTo(open);
        assertThat(violations.counted(spec)).isEqualTo(open);
        assertThat(violations.history(spec))
                .last()
                .asString()
                .startsWith("REOPENED")
                .contains("time passed")
                .contains("its acceptance has ended");
    }

    @Test
    void whatIsMendedAndComesBackIsNew() {
        WorkloadSpec bad = deployment("regression", "web", "registry.example.com/web:1", true);
        central.send(bad);
        accept("namespace:regression", inDays(90));
        central.send(deployment("regression", "web", "registry.example.com/web:1", false));
        assertThat(violations.of(bad).state()).isEqualTo("RESOLVED");
        central.send(bad);

        assertThat(violations.of(bad).state()).isEqualTo("OPEN");
        assertThat(violations.of(bad).silence()).isNull();
    }

    @Test
    void undoPutsBackWhatNothingHasChangedSince() {
        WorkloadSpec kept = deployment("undo", "kept", "registry.example.com/kept:1", true);
        WorkloadSpec mended = deployment("undo", "mended", "registry.example.com/mended:1", true);
        central.send(kept, mended);
        String q = "namespace:undo policy:\"" + TriageFixture.POLICY + "\"";
        DecisionOutcome accepted = accept(q, inDays(90));
        assertThat(accepted.changed()).isEqualTo(2);
        central.send(deployment("undo", "mended", "registry.example.com/mended:1", false));

        DecisionOutcome undone = triage.undo(accepted.id(), ALL);

        assertThat(undone.changed()).isEqualTo(1);
        assertThat(undone.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo("It has changed since."));
        assertThat(violations.of(kept).state()).isEqualTo("OPEN");
        assertThat(violations.of(mended).state()).isEqualTo("RESOLVED");
        assertThat(violations.history(kept)).last().isEqualTo("ada UNDONE: accept");
        assertThat(violations.counted(kept)).isEqualTo(violations.count("namespace:undo workload:kept state:open"));
        assertThatThrownBy(() -> triage.undo(accepted.id(), ALL)).isInstanceOf(Conflict.class);
        assertThat(central.bean(Acceptances.class).get(accepted.id(), ALL).state())
                .isEqualTo("ENDED");
    }

    @Test
    void canBeTakenBackAndStaysInTheList() {
        WorkloadSpec spec = deployment("ending", "web", "registry.example.com/web:1", true);
        central.send(spec);
        DecisionOutcome accepted = accept("namespace:ending", inDays(10));
        Acceptances acceptances = central.bean(Acceptances.class);
        assertThat(acceptances.standing(List.of(accepted.id()), ALL)).containsEntry(accepted.id(), accepted.changed());

        AcceptanceRow ended = acceptances.end(accepted.id(), ALL);

        assertThat(ended.state()).isEqualTo("ENDED");
        assertThat(ended.endedBy()).isEqualTo("ada");
        assertThat(violations.of(spec).state()).isEqualTo("OPEN");
        assertThat(acceptances.standing(List.of(accepted.id()), ALL)).isEmpty();
        assertThat(acceptances
                        .list(new ListRequest("state:ended", "", 50, null), ALL)
                        .items())
                .extracting(AcceptanceRow::id)
                .contains(accepted.id());
    }

    @Test
    void refusesADateThatIsOverAndOneWithoutEnd() {
        assertThatThrownBy(() -> accept("namespace:none", inDays(0)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("until");
        assertThatThrownBy(() -> accept("namespace:none", inDays(1000))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> triage.accept(Selection.matching(""), " ", inDays(1), false, ALL))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("reason");
    }
}
