package dev.breakwater.engine.machine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.machine.rule.Components.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a running component is set to: by its option, which comes first, or else by its configuration.
 *
 * @param option without dashes, empty = it can only be configuration
 * @param named the option that names the file of configuration, empty = there is none
 * @param path where it stands in the configuration, {@code null} = it can only be an option
 * @param withoutFile what it is, if nobody sets it, of a component that was started without a file of configuration; {@code null} =
 *     the same as with one
 */
record OptionRule(
        String component,
        String option,
        String named,
        @Nullable TreePath path,
        Demand demand,
        @Nullable String withoutFile)
        implements Rule {

    /** The option by which each component is told of its configuration. */
    private static final Map<String, String> CONFIGURED_BY =
            Map.of("kubelet", "config", "proxy", "config", "etcd", "config-file", "dockerd", "config-file");

    private static final String DAEMON_JSON = "/etc/docker/daemon.json";
    private static final String MANIFEST_OF_ETCD = "/etc/kubernetes/manifests/etcd.yaml";
    private static final List<String> VARIABLES_OF_ETCD =
            List.of("/etc/etcd/etcd.conf", "/etc/default/etcd", "/etc/etcd.env");

    /** Where the kubelet's configuration usually is; the option names it. */
    private static final List<String> CONFIGURATIONS_OF_KUBELET = List.of(
            "/var/lib/kubelet/config.yaml",
            "/var/lib/kubelet/config.yml",
            "/etc/kubernetes/kubelet-config.yaml",
            "/etc/kubernetes/kubelet.yaml",
            "/etc/kubernetes/kubelet/kubelet-config.json",
            "/etc/kubernetes/kubelet/config.json",
            "/home/kubernetes/kubelet-config.yaml",
            "/etc/default/kubeletconfig.json",
            "/etc/kubernetes/kubelet.conf.d/*.conf");

    static String configuredBy(String component) {
        return CONFIGURED_BY.getOrDefault(component, "");
    }

    @Override
    public Answer ask(MachineFacts facts) {
        Components.Running running = facts.components().of(component);
        return switch (running.state()) {
            case ABSENT -> Answer.notApplicable(component, "", running.why());
            case UNKNOWN -> Answer.unknown("processes", "", running.why());
            case RUNS -> {
                List<Answer> answers = new ArrayList<>();
                for (Instance instance : running.instances()) {
                    answers.add(demand(instance).judge(field(), value(facts, instance)));
                }
                yield Answer.all(answers);
            }
        };
    }

    private Demand demand(Instance instance) {
        boolean bare = withoutFile != null
                && !instance.within()
                && !named.isEmpty()
                && instance.options().last(named, false).isEmpty();
        return bare ? demand.withDefault(withoutFile) : demand;
    }

    private String field() {
        return option.isEmpty() && path != null ? path.text() : "--" + option;
    }

    private Value value(MachineFacts facts, Instance instance) {
        List<String> given = instance.options().all(option, demand.yesOrNo());
        if (!given.isEmpty()) {
            return Value.set(given, instance.where());
        }
        if (instance.within()) {
            return Value.unknown(
                    instance.where(),
                    Components.words(component) + " runs inside another program; its options cannot be seen.");
        }
        return Value.unset(instance.where()).or(() -> configured(facts, instance));
    }

    private Value configured(MachineFacts facts, Instance instance) {
        Optional<String> file =
                named.isEmpty() ? Optional.empty() : instance.options().last(named, false);
        if (component.equals("etcd") && file.isEmpty()) {
            return ofEtcd(facts);
        }
        if (path == null) {
            return Value.unset("");
        }
        Value above = component.equals("kubelet")
                ? instance.options()
                        .last("config-dir", false)
                        .map(folder -> dropIns(facts, folder))
                        .orElse(Value.unset(""))
                : Value.unset("");
        return above.or(() -> file.map(name -> in(facts, name, true))
                .orElseGet(() -> component.equals("dockerd") ? in(facts, DAEMON_JSON, false) : Value.unset("")));
    }

    /** Later files of the folder override earlier ones. */
    private Value dropIns(MachineFacts facts, String folder) {
        String pattern = folder.replaceAll("/+$", "") + "/*.conf";
        MachineFacts.Matched matched = facts.matching(pattern);
        if (!matched.unknown().isEmpty()) {
            return Value.unknown(pattern, matched.unknown().getFirst().why());
        }
        Value found = Value.unset("");
        for (MachineFacts.At at : matched.present().reversed()) {
            found = found.or(() -> in(facts, at.path(), true));
        }
        return found;
    }

    private Value in(MachineFacts facts, String file, boolean mustBeThere) {
        MachineFacts.At at = facts.at(file);
        if (at.seen() == MachineFacts.Seen.ABSENT && !mustBeThere) {
            return Value.unset(file);
        }
        Optional<JsonNode> tree = facts.tree(at);
        if (tree.isEmpty() || path == null) {
            return Value.unknown(
                    file,
                    at.seen() == MachineFacts.Seen.PRESENT && at.text().isPresent()
                            ? file + " is neither YAML nor JSON."
                            : at.seen() == MachineFacts.Seen.ABSENT
                                    ? file + " is named as configuration and is not there."
                                    : at.why());
        }
        List<String> values = path.values(tree.get());
        return values.isEmpty() ? Value.unset(file) : Value.set(values, file + " " + path.text());
    }

    /** etcd takes its options from variables, too, unless it has a file of configuration. */
    private Value ofEtcd(MachineFacts facts) {
        String variable = "ETCD_" + option.toUpperCase(Locale.ROOT).replace('-', '_');
        MachineFacts.At manifest = facts.at(MANIFEST_OF_ETCD);
        if (manifest.seen() == MachineFacts.Seen.PRESENT) {
            return facts.tree(manifest)
                    .map(tree -> variableOf(tree, variable))
                    .orElseGet(() -> Value.unknown(MANIFEST_OF_ETCD, manifest.why()));
        }
        if (manifest.seen() != MachineFacts.Seen.ABSENT) {
            return Value.unknown(MANIFEST_OF_ETCD, manifest.why());
        }
        return new KeySource(VARIABLES_OF_ETCD, variable, KeySource.Style.SHELL).read(facts);
    }

    private static Value variableOf(JsonNode manifest, String variable) {
        for (JsonNode container : manifest.path("spec").path("containers")) {
            for (JsonNode one : container.path("env")) {
                if (one.path("name").asText().equals(variable)) {
                    return one.hasNonNull("value")
                            ? Value.set(one.path("value").asText(), MANIFEST_OF_ETCD + " env " + variable)
                            : Value.unknown(MANIFEST_OF_ETCD, variable + " comes from elsewhere.");
                }
            }
        }
        return Value.unset(MANIFEST_OF_ETCD);
    }

    @Override
    public Stream<String> paths() {
        return switch (component) {
            case "kubelet" -> path == null ? Stream.empty() : CONFIGURATIONS_OF_KUBELET.stream();
            case "dockerd" -> path == null ? Stream.empty() : Stream.of(DAEMON_JSON);
            case "etcd" -> Stream.concat(Stream.of(MANIFEST_OF_ETCD), VARIABLES_OF_ETCD.stream());
            default -> Stream.empty();
        };
    }
}
