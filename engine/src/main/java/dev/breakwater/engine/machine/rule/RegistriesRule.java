package dev.breakwater.engine.machine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The container runtime of the machine pulls over verified TLS only, whatever registry is named: neither containerd's, CRI-O's,
 * Docker's nor k3s' configuration allows plain HTTP, or certificates that are not verified. The machine itself may be spoken to in the
 * clear.
 */
record RegistriesRule() implements Rule {

    private static final List<String> CONTAINERD =
            List.of("/etc/containerd/config.toml", "/etc/containerd/conf.d/*", "/etc/containerd/certs.d/*/hosts.toml");
    /** The second is Docker's, of which no file can allow plain HTTP. */
    private static final List<String> USUAL = List.of("/etc/containerd/certs.d", "/etc/docker/certs.d");

    private static final List<String> CRIO = List.of("/etc/crio/crio.conf", "/etc/crio/crio.conf.d/*");
    private static final List<String> CONTAINERS =
            List.of("/etc/containers/registries.conf", "/etc/containers/registries.conf.d/*");
    private static final List<String> K3S =
            List.of("/etc/rancher/k3s/registries.yaml", "/etc/rancher/rke2/registries.yaml");
    private static final String DOCKER = "/etc/docker/daemon.json";
    private static final String FIELD = "registries";
    private static final String EXPECTED = "https with a verified certificate";
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:https?://)?(?:localhost|127\\.[\\d.]+|\\[?::1]?)(?:[:/].*)?");
    private static final Set<String> SPOKEN_TO = Set.of("server", "endpoint");
    private static final Set<String> UNVERIFIED = Set.of("skip_verify", "insecure_skip_verify");
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");

    @Override
    public Answer ask(MachineFacts facts) {
        Optional<Answer> none = HostPrograms.withoutContainers(facts);
        if (none.isPresent()) {
            return none.get();
        }
        List<Answer> answers = new ArrayList<>();
        of(CONTAINERD, facts, answers, facts::toml, RegistriesRule::hosts);
        otherFolders(facts, answers);
        of(CRIO, facts, answers, facts::toml, RegistriesRule::crio);
        of(CONTAINERS, facts, answers, facts::toml, RegistriesRule::containers);
        of(K3S, facts, answers, facts::tree, RegistriesRule::hosts);
        docker(facts, answers);
        return answers.isEmpty()
                ? Answer.of(
                        true,
                        new Found(
                                FIELD,
                                "as installed",
                                EXPECTED,
                                "",
                                "No configuration names a registry, so each is asked by https."))
                : Answer.all(answers);
    }

    private static void of(
            List<String> patterns,
            MachineFacts facts,
            List<Answer> answers,
            Function<MachineFacts.At, Optional<JsonNode>> parse,
            Function<JsonNode, List<String>> faults) {
        for (String pattern : patterns) {
            MachineFacts.Matched matched = facts.matching(pattern);
            matched.unknown().forEach(at -> answers.add(Answer.unknown(FIELD, at.path(), at.why())));
            for (MachineFacts.At at : matched.present()) {
                if (at.fact() != null && at.fact().kind() == FileKind.DIRECTORY) {
                    continue;
                }
                answers.add(parse.apply(at)
                        .map(tree -> answer(faults.apply(tree), at.path()))
                        .orElseGet(() -> Answer.unknown(
                                FIELD,
                                at.path(),
                                at.text().isPresent()
                                        ? at.path() + " cannot be understood, so nobody can say what it allows."
                                        : at.why())));
            }
        }
    }

    private static Answer answer(List<String> faults, String where) {
        return faults.isEmpty()
                ? Answer.of(
                        true, new Found(FIELD, "encrypted", EXPECTED, where, where + " allows nothing else than TLS."))
                : Answer.all(faults.stream()
                        .map(fault -> Answer.of(
                                false, new Found(FIELD, fault, EXPECTED, where, where + " allows " + fault + ".")))
                        .toList());
    }

    /** Of containerd and of k3s, which say the same of hosts in other words. */
    private static List<String> hosts(JsonNode tree) {
        List<String> faults = new ArrayList<>();
        hosts("", tree, faults);
        return faults;
    }

    /** Where in the tree it stands differs by version; what the keys mean does not. */
    private static void hosts(String name, JsonNode node, List<String> faults) {
        node.forEach(element -> {
            if (node.isArray()) {
                hosts(name, element, faults);
            }
        });
        node.properties().forEach(field -> {
            // [host."http://mirror:5000"]
            plain(List.of(field.getKey()), faults);
            if (SPOKEN_TO.contains(field.getKey())) {
                plain(strings(field.getValue()), faults);
            } else if (UNVERIFIED.contains(field.getKey())) {
                if (isTrue(field.getValue()) && !LOOPBACK.matcher(name).matches()) {
                    faults.add("certificates that are not verified (" + field.getKey() + ")");
                }
            } else {
                hosts(field.getKey().equals("tls") ? name : field.getKey(), field.getValue(), faults);
            }
        });
    }

    /** Where containerd is told to find the files of hosts elsewhere, nobody looked there. */
    private static void otherFolders(MachineFacts facts, List<Answer> answers) {
        for (String pattern : CONTAINERD.subList(0, 2)) {
            for (MachineFacts.At at : facts.matching(pattern).present()) {
                facts.toml(at).stream()
                        .flatMap(tree -> tree.findValues("config_path").stream())
                        .flatMap(folders -> Stream.of(folders.asText().split(":")))
                        .map(String::strip)
                        .filter(folder -> !folder.isEmpty() && !USUAL.contains(folder))
                        .forEach(folder -> answers.add(Answer.unknown(
                                FIELD,
                                at.path(),
                                "containerd reads the hosts of registries from " + folder
                                        + ", which was not looked at.")));
            }
        }
    }

    private static List<String> crio(JsonNode tree) {
        List<String> faults = new ArrayList<>();
        tree.findValues("insecure_registries").forEach(named -> insecure(strings(named), faults));
        return faults;
    }

    private static List<String> containers(JsonNode tree) {
        List<String> faults = new ArrayList<>();
        insecure(strings(tree.path("registries").path("insecure").path("registries")), faults);
        for (JsonNode registry : tree.path("registry")) {
            insecure(registry, faults);
            registry.path("mirror").forEach(mirror -> insecure(mirror, faults));
        }
        return faults;
    }

    private static void insecure(JsonNode registry, List<String> faults) {
        if (isTrue(registry.path("insecure"))) {
            String location = registry.path("location").asText("");
            insecure(List.of(location.isEmpty() ? registry.path("prefix").asText("a registry") : location), faults);
        }
    }

    private static boolean isTrue(JsonNode value) {
        return TRUE.contains(value.asText("").toLowerCase(Locale.ROOT));
    }

    private static List<String> strings(JsonNode value) {
        List<String> strings = new ArrayList<>();
        if (value.isTextual()) {
            strings.add(value.asText());
        }
        value.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static void docker(MachineFacts facts, List<Answer> answers) {
        List<String> faults = new ArrayList<>();
        facts.components().of("dockerd").instances().forEach(instance -> {
            insecure(instance.options().all("insecure-registry", false), faults);
            if (!faults.isEmpty()) {
                answers.add(answer(List.copyOf(faults), instance.where()));
                faults.clear();
            }
        });
        MachineFacts.At file = facts.at(DOCKER);
        if (file.seen() == MachineFacts.Seen.PRESENT) {
            answers.add(facts.tree(file)
                    .map(tree -> {
                        List<String> named = new ArrayList<>();
                        tree.path("insecure-registries").forEach(one -> named.add(one.asText()));
                        List<String> allowed = new ArrayList<>();
                        insecure(named, allowed);
                        return answer(allowed, DOCKER);
                    })
                    .orElseGet(() -> Answer.unknown(FIELD, DOCKER, file.why())));
        } else if (file.seen() != MachineFacts.Seen.ABSENT) {
            answers.add(Answer.unknown(FIELD, DOCKER, file.why()));
        }
        facts.document("docker.info")
                .ifPresent(info -> answers.add(answer(ofInfo(info), "docker.info RegistryConfig")));
    }

    private static List<String> ofInfo(JsonNode info) {
        List<String> named = new ArrayList<>();
        JsonNode registries = info.path("RegistryConfig");
        registries.path("InsecureRegistryCIDRs").forEach(one -> named.add(one.asText()));
        registries.path("IndexConfigs").forEach(index -> {
            if (index.has("Secure") && !index.path("Secure").asBoolean()) {
                named.add(index.path("Name").asText());
            }
        });
        List<String> faults = new ArrayList<>();
        insecure(named, faults);
        return faults;
    }

    private static void plain(List<String> addresses, List<String> faults) {
        addresses.stream()
                .filter(address -> address.startsWith("http://")
                        && !LOOPBACK.matcher(address).matches())
                .forEach(address -> faults.add(address));
    }

    private static void insecure(List<String> registries, List<String> faults) {
        registries.stream()
                .filter(registry ->
                        !registry.isBlank() && !LOOPBACK.matcher(registry).matches())
                .forEach(registry -> faults.add(registry + " without verified TLS"));
    }

    @Override
    public Stream<String> paths() {
        return Stream.of(CONTAINERD, CRIO, CONTAINERS, K3S, List.of(DOCKER)).flatMap(List::stream);
    }
}
