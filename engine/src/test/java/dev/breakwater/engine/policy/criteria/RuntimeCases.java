package dev.breakwater.engine.policy.criteria;

import static dev.breakwater.engine.policy.criteria.CriterionCase.no;
import static dev.breakwater.engine.policy.criteria.CriterionCase.unknown;
import static dev.breakwater.engine.policy.criteria.CriterionCase.yes;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Activity.ApiRequest;
import dev.breakwater.engine.model.Activity.FileAccess;
import dev.breakwater.engine.model.Activity.Flow;
import dev.breakwater.engine.model.Activity.ProcessRun;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.WorkloadFixture;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the criteria about things that happened say. */
final class RuntimeCases {

    private static final Consumer<WorkloadFixture> QUIET = w -> {};
    private static final Consumer<WorkloadFixture> UNWATCHED = w -> w.activity = Activity.NOT_WATCHED;

    private RuntimeCases() {}

    static List<CriterionCase> all() {
        return Stream.of(processes(), files(), flows(), requests())
                .flatMap(List::stream)
                .toList();
    }

    private static Consumer<WorkloadFixture> ran(Text arguments, Observed<Boolean> expected) {
        return w -> w.activity = new Activity(
                Observed.known(List.of(new ProcessRun(
                        "web",
                        "bash",
                        "/usr/bin/bash",
                        arguments,
                        0,
                        List.of("/opt/java/bin/java", "/sbin/init"),
                        expected,
                        Observed.known(List.of(
                                new FileAccess(FileAccess.Operation.RENAME, "/tmp/x", "/etc/ssh/sshd_config")))))),
                Observed.known(List.of()),
                Observed.known(List.of()));
    }

    private static List<CriterionCase> processes() {
        Consumer<WorkloadFixture> shell = ran(Text.plain("-c curl evil"), Observed.known(false));
        Consumer<WorkloadFixture> hidden =
                ran(Text.redacted("password-key", 9, "ab"), Observed.unknown(WorkloadFixture.reason(), ""));
        return List.of(
                yes("Process Name", "(b|z)?a?sh", shell),
                no("Process Name", "bas", shell),
                no("Process Name", "bash", QUIET),
                unknown("Process Name", "bash", UNWATCHED),
                yes("Process Path", "/usr/bin/.*", shell),
                no("Process Path", "/tmp/.*", shell),
                yes("Process Ancestor", ".*/java", shell),
                no("Process Ancestor", "java", shell),
                yes("Process Arguments", "curl +evil", shell),
                no("Process Arguments", "\"curl\"", shell),
                unknown("Process Arguments", "curl", hidden),
                yes("Process UID", "0", shell),
                no("Process UID", "1.*", shell),
                yes("Unexpected Process Executed", "true", shell),
                unknown("Unexpected Process Executed", "true", hidden));
    }

    private static List<CriterionCase> files() {
        Consumer<WorkloadFixture> moved = ran(Text.plain(""), Observed.known(true));
        return List.of(
                yes("File Path", "/etc/**", moved),
                yes("File Path", "/tmp/?", moved),
                no("File Path", "/etc/*", moved),
                unknown("File Path", "/etc/**", UNWATCHED),
                yes("File Operation", "rename", moved),
                no("File Operation", "OPEN", moved));
    }

    private static List<CriterionCase> flows() {
        Consumer<WorkloadFixture> odd = w -> w.activity = new Activity(
                Observed.known(List.of()),
                Observed.known(List.of(new Flow("203.0.113.7", false, 4444, "TCP", Observed.known(false)))),
                Observed.known(List.of()));
        return List.of(
                yes("Unexpected Network Flow Detected", "true", odd),
                no("Unexpected Network Flow Detected", "true", QUIET),
                unknown("Unexpected Network Flow Detected", "true", UNWATCHED));
    }

    static ApiRequest request(String verb, String resource, String name) {
        return new ApiRequest(
                verb,
                resource,
                "shop",
                name,
                "alice",
                "system:serviceaccount:shop:web",
                List.of("dev", "system:authenticated"),
                "kubectl/v1.34",
                List.of("2001:db8::1", "192.0.2.7"));
    }

    private static List<CriterionCase> requests() {
        Consumer<WorkloadFixture> exec = w -> w.activity = new Activity(
                Observed.known(List.of()),
                Observed.known(List.of()),
                Observed.known(List.of(request("create", "pods/exec", "web-1"))));
        return List.of(
                yes("Kubernetes Resource", "PODS_EXEC", exec),
                no("Kubernetes Resource", "SECRETS", exec),
                unknown("Kubernetes Resource", "PODS_EXEC", UNWATCHED),
                yes("Kubernetes API Verb", "CREATE", exec),
                yes("Kubernetes Resource Name", "web-.", exec),
                yes("Kubernetes User Name", "alice", exec),
                yes("Kubernetes User Name", "system:serviceaccount:shop:.*", exec),
                no("Kubernetes User Name", "bob", exec),
                yes("Kubernetes User Groups", "dev", exec),
                no("Kubernetes User Groups", "system:masters", exec),
                yes("User Agent", "kubectl.*", exec),
                yes("Is Impersonated User", "true", exec),
                yes("Source IP Address", "2001:DB8:0::1", exec),
                no("Source IP Address", "192.0.2.8", exec));
    }
}
