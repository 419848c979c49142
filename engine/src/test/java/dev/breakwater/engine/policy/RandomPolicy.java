package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Policies by chance over every level of the tree of facts. */
final class RandomPolicy {

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("Host Network", List.of("true", "false")),
            Map.entry("Namespace", List.of("shop", "kube-.*", "!shop")),
            Map.entry("Replicas", List.of("> 0", "= 2")),
            Map.entry("Required Label", List.of("owner=.+", "tier=a")),
            Map.entry("Disallowed Annotation", List.of("key=x", "key=")),
            Map.entry("Namespace Label", List.of("team=a", "team=b")),
            Map.entry("Automount Service Account Token", List.of("true", "false")),
            Map.entry("Has Ingress Network Policy", List.of("true", "false")),
            Map.entry("Minimum RBAC Permissions", List.of("DEFAULT", "< CLUSTER_ADMIN")),
            Map.entry("Effective Permission", List.of("get:secrets", "*:pods@cluster")),
            Map.entry("Exposed Port", List.of("22", "> 22")),
            Map.entry("Exposed Port Protocol", List.of("tcp", "UDP")),
            Map.entry("Exposed To Internet", List.of("true", "false")),
            Map.entry("Exposed Node Port", List.of("> 0", "<= 1024")),
            Map.entry("Privileged Container", List.of("true", "false")),
            Map.entry("Add Capabilities", List.of("SYS_ADMIN", "NET_ADMIN")),
            Map.entry("Drop Capabilities", List.of("NET_RAW", "ALL")),
            Map.entry("Readiness Probe Defined", List.of("true", "false")),
            Map.entry("Runs As Root", List.of("true", "false")),
            Map.entry("Run As User", List.of("0", "> 0")),
            Map.entry("Image Registry", List.of("docker\\.io", "quay.*")),
            Map.entry("Image Age", List.of("30", "60")),
            Map.entry("Image Scan Age", List.of("30")),
            Map.entry("Image OS", List.of("debian.*")),
            Map.entry("Required Image Label", List.of("team=a", "team=b")),
            Map.entry("Image Component", List.of("curl=", "openssl=2")),
            Map.entry("CVE", List.of("CVE-1", "CVE-2")),
            Map.entry("CVSS", List.of(">= 7", "< 3")),
            Map.entry("Severity", List.of(">=HIGH", "LOW")),
            Map.entry("Fixable", List.of("true", "false")),
            Map.entry("Days Since CVE Was Published", List.of("20", "50")),
            Map.entry("Environment Variable", List.of("RAW=A=", "=A=x", "SECRET_KEY==")),
            Map.entry("Secret In Environment", List.of("true", "false")),
            Map.entry("Volume Source", List.of("/etc", "/data")),
            Map.entry("Writable Host Mount", List.of("true", "false")),
            Map.entry("Host Path Reach", List.of("/etc/shadow", "/run")),
            Map.entry("Mount Propagation", List.of("BIDIRECTIONAL", "NONE")),
            Map.entry("Host Port", List.of("80", "> 100")),
            Map.entry("EPSS", List.of("> 0.5", "< 0.2")),
            Map.entry("Known Exploited", List.of("true", "false")),
            Map.entry("Dockerfile Line", List.of("ADD=", "RUN=.*curl.*")),
            Map.entry("Image Signature Verified By", List.of("a", "b")),
            Map.entry("Image Tool", List.of("DOWNLOADER", "SHELL")),
            Map.entry("Pod Security Standard", List.of("BASELINE", "RESTRICTED/RUN_AS_USER")));

    private static final Map<String, List<String>> AT_RUNTIME = Map.of(
            "Process Name", List.of("sh", "nc"),
            "Process Arguments", List.of("-c", "evil"),
            "Unexpected Process Executed", List.of("true", "false"),
            "File Path", List.of("/etc/**", "/tmp/*"),
            "File Operation", List.of("OPEN", "UNLINK"),
            "Unexpected Network Flow Detected", List.of("true", "false"),
            "Kubernetes Resource", List.of("PODS_EXEC", "SECRETS"),
            "Kubernetes User Name", List.of("alice", "bob"));

    private RandomPolicy() {}

    static Policy of(long seed) {
        return of(seed, VALUES);
    }

    /** One that asks about what happened, too. */
    static Policy atRuntime(long seed) {
        Map<String, List<String>> all = new HashMap<>(AT_RUNTIME);
        List<String> names = new ArrayList<>(VALUES.keySet().stream().sorted().toList());
        Collections.shuffle(names, new Random(seed));
        names.subList(0, AT_RUNTIME.size()).forEach(name -> all.put(name, VALUES.get(name)));
        return Policies.atRuntime(of(seed, all));
    }

    private static Policy of(long seed, Map<String, List<String>> values) {
        Random random = new Random(seed);
        List<Section> sections = new ArrayList<>();
        int size = 1 + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            sections.add(new Section("s" + i, groups(random, values)));
        }
        return Policies.sections(sections.toArray(Section[]::new));
    }

    private static List<Group> groups(Random random, Map<String, List<String>> values) {
        List<String> names = new ArrayList<>(values.keySet().stream().sorted().toList());
        Collections.shuffle(names, random);
        return names.subList(0, 1 + random.nextInt(4)).stream()
                .map(name -> group(name, values.get(name), random))
                .toList();
    }

    private static Group group(String name, List<String> choices, Random random) {
        CriterionCard card = Criteria.byName(name).orElseThrow().card();
        List<String> values = new ArrayList<>(choices);
        Collections.shuffle(values, random);
        int size = card.operators().isEmpty() ? 1 : 1 + random.nextInt(values.size());
        Operator operator =
                random.nextBoolean() || !card.operators().contains(Operator.AND) ? Operator.OR : Operator.AND;
        return new Group(name, operator, card.negatable() && random.nextInt(3) == 0, values.subList(0, size));
    }
}
