package dev.breakwater.engine.machine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.machine.rule.TomlLines.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final Pattern YAML_HTTP = Pattern.compile("[\"']?(http://[^\\s\"']+)");
    private static final Pattern YAML_UNVERIFIED = Pattern.compile("insecure_skip_verify\\s*:\\s*[\"']?true");

    @Override
    public Answer ask(MachineFacts facts) {
        Optional<Answer> none = HostPrograms.withoutContainers(facts);
        if (none.isPresent()) {
            return none.get();
        }
        List<Answer> answers = new ArrayList<>();
        of(CONTAINERD, facts, answers, RegistriesRule::containerd);
        otherFolders(facts, answers);
        of(CRIO, facts, answers, RegistriesRule::crio);
        of(CONTAINERS, facts, answers, RegistriesRule::containers);
        of(K3S, facts, answers, RegistriesRule::k3s);
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

    private interface Reader {
        List<String> faults(String text);
    }

    private static void of(List<String> patterns, MachineFacts facts, List<Answer> answers, Reader reader) {
        for (String pattern : patterns) {
            MachineFacts.Matched matched = facts.matching(pattern);
            matched.unknown().forEach(at -> answers.add(Answer.unknown(FIELD, at.path(), at.why())));
            for (MachineFacts.At at : matched.present()) {
                if (at.fact() != null
                        && at.fact().kind() == dev.breakwater.engine.machine.MachineEvidence.FileKind.DIRECTORY) {
                    continue;
                }
                answers.add(at.text()
                        .map(text -> answer(reader.faults(text), at.path()))
                        .orElseGet(() -> Answer.unknown(FIELD, at.path(), at.why())));
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

    private static List<String> containerd(String text) {
        List<String> faults = new ArrayList<>();
        for (Setting setting : TomlLines.of(text)) {
            if (setting.key().isEmpty()) {
                // [host."http://mirror:5000"]
                plain(TomlLines.quoted(setting.table()), faults);
            } else if (setting.key().equals("server") || setting.key().equals("endpoint")) {
                plain(setting.strings(), faults);
            } else if ((setting.key().equals("skip_verify") || setting.key().equals("insecure_skip_verify"))
                    && setting.isTrue()
                    && !local(TomlLines.quoted(setting.table()))) {
                faults.add("certificates that are not verified (" + setting.key() + ")");
            }
        }
        return faults;
    }

    /** Where containerd is told to find the files of hosts elsewhere, nobody looked there. */
    private static void otherFolders(MachineFacts facts, List<Answer> answers) {
        for (String pattern : CONTAINERD.subList(0, 2)) {
            for (MachineFacts.At at : facts.matching(pattern).present()) {
                TomlLines.of(at.text().orElse("")).stream()
                        .filter(setting -> setting.key().equals("config_path"))
                        .flatMap(setting -> setting.strings().stream())
                        .flatMap(folders -> Stream.of(folders.split(":")))
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

    private static List<String> crio(String text) {
        List<String> faults = new ArrayList<>();
        for (Setting setting : TomlLines.of(text)) {
            if (setting.key().equals("insecure_registries")) {
                insecure(setting.strings(), faults);
            }
        }
        return faults;
    }

    private static List<String> containers(String text) {
        List<String> faults = new ArrayList<>();
        String location = "";
        for (Setting setting : TomlLines.of(text)) {
            if (setting.key().isEmpty()) {
                location = "";
            } else if (setting.key().equals("location") || setting.key().equals("prefix")) {
                location = setting.strings().isEmpty()
                        ? location
                        : setting.strings().getFirst();
            } else if (setting.key().equals("insecure") && setting.isTrue()) {
                insecure(List.of(location.isEmpty() ? setting.table() : location), faults);
            } else if (setting.key().equals("registries") && setting.table().endsWith("insecure")) {
                insecure(setting.strings(), faults);
            }
        }
        return faults;
    }

    private static List<String> k3s(String text) {
        List<String> faults = new ArrayList<>();
        text.lines().filter(line -> !line.stripLeading().startsWith("#")).forEach(line -> {
            var http = YAML_HTTP.matcher(line);
            if (http.find()) {
                plain(List.of(http.group(1)), faults);
            }
            if (YAML_UNVERIFIED.matcher(line).find()) {
                faults.add("certificates that are not verified (insecure_skip_verify)");
            }
        });
        return faults;
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

    private static boolean local(List<String> names) {
        return !names.isEmpty() && LOOPBACK.matcher(names.getLast()).matches();
    }

    @Override
    public Stream<String> paths() {
        return Stream.of(CONTAINERD, CRIO, CONTAINERS, K3S, List.of(DOCKER)).flatMap(List::stream);
    }
}
