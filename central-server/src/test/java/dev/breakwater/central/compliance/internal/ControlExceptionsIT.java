package dev.breakwater.central.compliance.internal;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlException.State;
import dev.breakwater.central.compliance.ControlException.Wish;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is excepted is counted apart, in its place, until its time has come. */
class ControlExceptionsIT {

    private static final String STANDARD = "pod-security-baseline";

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    @Test
    void anExceptionCoversItsPlaceUntilItsEndAndNoLonger() {
        central.send(deployment("legacy", "web", "registry.example.com/web:1", true));
        central.send(deployment("other", "web", "registry.example.com/web:1", true));
        assertThat(result().failed()).isEqualTo(2);
        ControlException asked = exceptions().request(wish("legacy"), AccessScope.EVERYTHING);
        assertThat(result().failed()).isEqualTo(2);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> exceptions().approve(asked.id(), "", AccessScope.EVERYTHING));
        approve(asked);
        assertThat(result().failed()).isEqualTo(1);
        assertThat(result().excepted()).isEqualTo(1);
        assertThat(result().outcome()).isEqualTo(Outcome.FAIL);

        ControlException second = exceptions().request(wish("other"), AccessScope.EVERYTHING);
        int percent = percent();
        approve(second);
        assertThat(result().outcome()).isEqualTo(Outcome.EXCEPTED);
        assertThat(result().passed()).isZero();
        assertThat(listed("outcome:excepted")).contains("Privileged");
        assertThat(listed("outcome:pass")).doesNotContain("Privileged");
        assertThat(percent()).isEqualTo(percent);

        central.clock().advance(Duration.ofDays(31));
        assertThat(result().failed()).isEqualTo(2);
        assertThat(result().excepted()).isZero();
    }

    @Test
    void noExceptionIsWiderThanWhatItsAuthorSees() {
        AccessScope mine = AccessScope.ofNamespace(JudgingCentral.CLUSTER, "mine");
        assertThat(exceptions().request(wish("mine"), mine).namespace()).isEqualTo("mine");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> exceptions().request(wish("theirs"), mine));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> exceptions().request(wish(""), mine));
    }

    @Test
    void aControlThatAPersonAnswersForStaysCountedWhenItIsExcepted() {
        WorkloadSpec writable = deployment("writable", "web", "registry.example.com/web:1", true);
        central.send(writable);
        Tally before = cell("nist-800-190");
        ControlException asked = exceptions()
                .request(
                        new Wish(
                                "",
                                "nist-800-190",
                                "4.4.4",
                                JudgingCentral.CLUSTER,
                                "",
                                "",
                                "",
                                "replaced soon",
                                central.clock().instant().plus(Duration.ofDays(5))),
                        AccessScope.EVERYTHING);
        approve(asked);
        Tally after = cell("nist-800-190");
        assertThat(after.counted()).isEqualTo(before.counted());
        assertThat(after.percent()).isLessThanOrEqualTo(before.percent());
        assertThat(after.excepted()).isEqualTo(before.excepted() + 1);
        assertThat(after.failed()).isEqualTo(before.failed() - 1);
        exceptions().end(asked.id(), "", AccessScope.EVERYTHING);
        central.remove(writable);
    }

    @Test
    void anExceptionIsOfSomethingThatCanBeAndIsAskedForOnce() {
        exceptions().request(of("once", "Deployment", "web"), AccessScope.EVERYTHING);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> exceptions().request(of("once", "Deployment", "web"), AccessScope.EVERYTHING));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> exceptions().request(of("once", "Nonsense", "web"), AccessScope.EVERYTHING))
                .withMessageContaining("Deployment");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> exceptions().request(of("once", "Deployment", "../../x"), AccessScope.EVERYTHING));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> exceptions().request(of("../x", "Deployment", "web"), AccessScope.EVERYTHING));
    }

    @Test
    void whoeverAsksIsToldWhatIsNotThere() {
        WorkloadSpec there = deployment("warned", "web", "registry.example.com/web:1", true);
        central.send(there);
        central.bean(ComplianceRuns.class).run("test");
        assertThat(exceptions()
                        .request(of("warned", "Deployment", "web"), AccessScope.EVERYTHING)
                        .warning())
                .isEmpty();
        assertThat(exceptions()
                        .request(of("warned", "Deployment", "wbe"), AccessScope.EVERYTHING)
                        .warning())
                .isEqualTo(
                        "At present it covers nothing: no Deployment wbe fails this in the cluster c1, namespace warned."
                                + " It takes effect if that changes.");
        assertThat(exceptions()
                        .request(of("wraned", "", ""), AccessScope.EVERYTHING)
                        .warning())
                .contains("nothing fails this in the cluster c1, namespace wraned");
        central.remove(there);
    }

    private static Wish of(String namespace, String kind, String name) {
        return new Wish(
                "pss-privileged",
                "",
                "",
                JudgingCentral.CLUSTER,
                namespace,
                kind,
                name,
                "replaced soon",
                central.clock().instant().plus(Duration.ofDays(30)));
    }

    private static int percent() {
        return cell(STANDARD).percent();
    }

    private static Tally cell(String standard) {
        central.bean(ComplianceRuns.class).run("test");
        return central.bean(Compliance.class).cells(AccessScope.EVERYTHING).stream()
                .filter(cell -> cell.standard().equals(standard))
                .findFirst()
                .orElseThrow()
                .controls();
    }

    private static List<String> listed(String outcome) {
        return central
                .bean(Compliance.class)
                .results(new ListRequest("standard:" + STANDARD + " " + outcome, "", 500, null), AccessScope.EVERYTHING)
                .items()
                .stream()
                .map(ControlResult::control)
                .toList();
    }

    /** As another person would; who may is told by a test over REST. */
    private static void approve(ControlException asked) {
        central.bean(ControlExceptionTable.class)
                .decide(asked.id(), State.APPROVED, "bob", "", central.clock().instant());
    }

    private static Wish wish(String namespace) {
        return new Wish(
                "pss-privileged",
                "",
                "",
                JudgingCentral.CLUSTER,
                namespace,
                "",
                "",
                "replaced soon",
                central.clock().instant().plus(Duration.ofDays(30)));
    }

    private static ControlExceptions exceptions() {
        return central.bean(ControlExceptions.class);
    }

    private static ControlResult result() {
        central.bean(ComplianceRuns.class).run("test");
        return central.bean(Compliance.class)
                .control(STANDARD, "Privileged", AccessScope.EVERYTHING)
                .results()
                .getFirst();
    }
}
