package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The items of kube-bench, read as kube-bench reads them, and machines made at random for them. */
final class KubeBenchItems {

    private static final Map<String, String> COMPONENTS = Map.of(
            "$apiserverbin", "kube-apiserver",
            "$controllermanagerbin", "kube-controller-manager",
            "$schedulerbin", "kube-scheduler",
            "$etcdbin", "etcd",
            "$kubeletbin", "kubelet",
            "$proxybin", "kube-proxy");

    private static final String PKI = "/etc/kubernetes/pki";

    /** The files behind each word of an audit. */
    private static final Map<String, List<String>> FILES = new LinkedHashMap<>();

    static {
        FILES.put("$apiserverconf", List.of("/etc/kubernetes/manifests/kube-apiserver.yaml"));
        FILES.put("$controllermanagerconf", List.of("/etc/kubernetes/manifests/kube-controller-manager.yaml"));
        FILES.put("$schedulerconf", List.of("/etc/kubernetes/manifests/kube-scheduler.yaml"));
        FILES.put("$etcdconf", List.of("/etc/kubernetes/manifests/etcd.yaml"));
        FILES.put("$etcddatadir", List.of("/var/lib/etcd"));
        FILES.put("$adminconf", List.of("/etc/kubernetes/admin.conf", "/etc/kubernetes/super-admin.conf"));
        FILES.put("$schedulerkubeconfig", List.of("/etc/kubernetes/scheduler.conf"));
        FILES.put("$controllermanagerkubeconfig", List.of("/etc/kubernetes/controller-manager.conf"));
        FILES.put("*.crt", List.of(PKI + "/ca.crt", PKI + "/apiserver.crt"));
        FILES.put("*.key", List.of(PKI + "/ca.key", PKI + "/sa.key"));
        FILES.put("$kubeletsvc", List.of("/etc/systemd/system/kubelet.service.d/10-kubeadm.conf"));
        FILES.put("$proxykubeconfig", List.of("/etc/kubernetes/proxy.conf"));
        FILES.put("$kubeletkubeconfig", List.of("/etc/kubernetes/kubelet.conf"));
        FILES.put("$kubeletcafile", List.of(PKI + "/ca.crt"));
        FILES.put("$kubeletconf", List.of("/var/lib/kubelet/config.yaml"));
    }

    /** A machine, as kube-bench sees it and as evidence. */
    record State(Map<String, List<String>> lines, Map<String, Object> config, Map<String, int[]> files) {

        private static final List<String> OWNERS = List.of("root:root", "etcd:etcd", "bob:users");

        MachineBuilder machine() {
            MachineBuilder machine = new MachineBuilder();
            lines.values().forEach(machine::process);
            files.forEach((path, file) -> machine.file(path, file[0], OWNERS.get(file[1]), text(path)));
            return machine;
        }

        private @Nullable String text(String path) {
            return path.endsWith("config.yaml") ? yaml(config, 0) : path.endsWith(".yaml") ? "spec: {}" : null;
        }

        String owner(String path) {
            return OWNERS.get(files.getOrDefault(path, new int[2])[1]);
        }

        String told(JsonNode item) {
            String audit = item.path("audit").asText();
            return COMPONENTS.entrySet().stream()
                            .filter(entry -> audit.contains(entry.getKey()))
                            .map(entry -> String.valueOf(lines.get(entry.getValue())))
                            .toList()
                    + (item.has("audit_config") ? yaml(config, 0) : "")
                    + paths(audit).stream()
                            .map(path -> path + " " + Integer.toOctalString(files.getOrDefault(path, new int[2])[0])
                                    + " " + owner(path))
                            .toList();
        }
    }

    private KubeBenchItems() {}

    private static String yaml(Map<String, Object> map, int depth) {
        StringBuilder text = new StringBuilder();
        map.forEach((key, value) -> {
            text.append("  ".repeat(depth)).append(key).append(':');
            if (value instanceof Map<?, ?> inner) {
                @SuppressWarnings("unchecked")
                Map<String, Object> typed = (Map<String, Object>) inner;
                text.append('\n').append(yaml(typed, depth + 1));
            } else {
                text.append(' ').append(value).append('\n');
            }
        });
        return text.isEmpty() ? "{}\n" : text.toString();
    }

    static State state(List<JsonNode> items, Random random) {
        Map<String, Map<String, List<String>>> pools = new TreeMap<>();
        COMPONENTS.values().forEach(component -> pools.put(component, new TreeMap<>()));
        Map<String, List<String>> paths = new TreeMap<>();
        for (JsonNode item : items) {
            String component = component(item.path("audit").asText());
            for (JsonNode test : item.path("tests").path("test_items")) {
                String flag = test.path("flag").asText();
                if (component != null
                        && flag.startsWith("--")
                        && !item.path("audit").asText().contains("stat ")) {
                    pools.get(component)
                            .computeIfAbsent(flag, key -> new ArrayList<>())
                            .addAll(values(test, random));
                }
                String path = test.path("path").asText();
                if (path.matches("\\{[.\\w]+}") && !path.contains("IPAddressDeny") && "kubelet".equals(component)) {
                    paths.computeIfAbsent(path.substring(2, path.length() - 1), key -> new ArrayList<>())
                            .addAll(values(test, random));
                }
            }
        }
        Map<String, List<String>> lines = new TreeMap<>();
        pools.forEach((component, flags) -> {
            List<String> line = new ArrayList<>(List.of("/usr/local/bin/" + component));
            if (component.equals("kubelet")) {
                line.add("--config=/var/lib/kubelet/config.yaml");
            }
            flags.forEach((flag, pool) -> {
                if (random.nextBoolean() && !flag.equals("--client-ca-file") && !flag.equals("--IPAddressDeny")) {
                    line.add(flag + "=" + one(flag, pool, random));
                }
            });
            lines.put(component, line);
        });
        Map<String, Object> config = new TreeMap<>();
        paths.forEach((path, pool) -> {
            if (random.nextBoolean()) {
                put(config, path.split("\\."), one(path, pool, random));
            }
        });
        Map<String, int[]> files = new TreeMap<>();
        int[] modes = {0600, 0644, 0700, 0400, 0755, 0640};
        FILES.values()
                .forEach(all -> all.forEach(path ->
                        files.put(path, new int[] {modes[random.nextInt(modes.length)], random.nextInt(4) % 3})));
        files.put(PKI, new int[] {0755, random.nextInt(4) % 3});
        return new State(lines, config, files);
    }

    private static String one(String name, List<String> pool, Random random) {
        if (pool.isEmpty()) {
            return name.toLowerCase(Locale.ROOT).contains("pids") ? "4096" : "/some/path";
        }
        return pool.get(random.nextInt(pool.size()));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> config, String[] path, String value) {
        Map<String, Object> at = config;
        for (int i = 0; i + 1 < path.length; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(path[i], key -> new TreeMap<String, Object>());
        }
        at.put(path[path.length - 1], value);
    }

    private static List<String> values(JsonNode test, Random random) {
        String value = test.path("compare").path("value").asText();
        return switch (test.path("compare").path("op").asText()) {
            case "eq", "noteq" ->
                switch (value) {
                    case "true", "false" -> List.of("true", "false");
                    case "0" -> List.of("0", "10255");
                    default -> List.of(value, "0.0.0.0");
                };
            case "gte" -> {
                int least = Integer.parseInt(value);
                yield List.of(String.valueOf(least - 1), String.valueOf(least), String.valueOf(least + 100));
            }
            case "has", "nothave" ->
                value.equals("false")
                        ? List.of("true", "false")
                        : value.equals("127.0.0.1")
                                ? List.of("127.0.0.1", "127.0.0.1:10249", "0.0.0.0")
                                : List.of(value, "Other", value + ",Other", "Other," + value);
            case "valid_elements" -> {
                List<String> allowed = new ArrayList<>(Arrays.asList(value.split(",")));
                java.util.Collections.shuffle(allowed, random);
                String some = String.join(",", allowed.subList(0, Math.min(2, allowed.size())));
                yield List.of(some, some + ",TLS_RSA_WITH_RC4_128_SHA");
            }
            default -> List.of();
        };
    }

    private static @Nullable String component(String audit) {
        return COMPONENTS.entrySet().stream()
                .filter(entry -> audit.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static List<String> paths(String audit) {
        if (audit.contains("find /etc/kubernetes/pki/ |")) {
            List<String> all = new ArrayList<>(FILES.get("*.crt"));
            all.addAll(FILES.get("*.key"));
            all.add(PKI);
            return all;
        }
        return new TreeSet<>(FILES.keySet())
                .descendingSet().stream()
                        .filter(audit::contains)
                        .findFirst()
                        .map(FILES::get)
                        .orElse(List.of());
    }

    /** What kube-bench says; {@code null} = it is not asked of such a machine. */
    static @Nullable Boolean holds(JsonNode item, State state) {
        String audit = item.path("audit").asText();
        JsonNode tests = item.path("tests");
        if (audit.contains("stat ")) {
            List<String> paths = paths(audit);
            return paths.isEmpty()
                    ? null
                    : paths.stream().allMatch(path -> all(tests, test -> file(test, path, state)));
        }
        String component = component(audit);
        if (component == null
                || component.equals("kube-proxy") && item.path("id").asText().isEmpty()) {
            return null;
        }
        String line = String.join(" ", state.lines().get(component));
        boolean configured = item.has("audit_config") && component.equals("kubelet");
        return all(tests, test -> value(test, line, configured ? state.config() : Map.of()));
    }

    private static boolean all(JsonNode tests, java.util.function.Predicate<JsonNode> holds) {
        List<JsonNode> items = new ArrayList<>();
        tests.path("test_items").forEach(items::add);
        return tests.path("bin_op").asText().equals("or")
                ? items.stream().anyMatch(holds)
                : items.stream().allMatch(holds);
    }

    private static boolean file(JsonNode test, String path, State state) {
        String owner = state.owner(path);
        String flag = test.path("flag").asText();
        return switch (flag) {
            case "permissions" -> {
                int most = Integer.parseInt(test.path("compare").path("value").asText(), 8);
                int mode = state.files().get(path)[0];
                yield (most & mode) == mode;
            }
            case "ownership" -> owner.equals(test.path("compare").path("value").asText());
            case "File not found" -> false;
            default -> owner.equals(flag);
        };
    }

    private static boolean value(JsonNode test, String line, Map<String, Object> config) {
        String found = null;
        String flag = test.path("flag").asText();
        Matcher matcher = Pattern.compile("(" + Pattern.quote(flag) + ")(=|: *)*([^\\s]*) *")
                .matcher(line);
        if (matcher.find()) {
            found = matcher.group(3).isEmpty() ? "true" : matcher.group(3);
        } else if (test.path("path").asText().matches("\\{[.\\w]+}")) {
            Object at = config;
            for (String step : test.path("path")
                    .asText()
                    .replaceAll("[{}]", "")
                    .substring(1)
                    .split("\\.")) {
                at = at instanceof Map<?, ?> map ? map.get(step) : null;
            }
            found = at == null ? null : at.toString();
        }
        if (!test.path("set").asBoolean(true)) {
            return found == null;
        }
        return found != null && (!test.has("compare") || compare(test.path("compare"), found));
    }

    private static boolean compare(JsonNode compare, String found) {
        String value = compare.path("value").asText();
        return switch (compare.path("op").asText()) {
            case "eq" -> same(value, found);
            case "noteq" -> !same(value, found);
            case "gte" -> Integer.parseInt(found) >= Integer.parseInt(value);
            case "has" -> found.contains(value);
            case "nothave" -> !found.contains(value);
            case "valid_elements" -> Arrays.asList(value.split(",")).containsAll(Arrays.asList(found.split(",")));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static boolean same(String value, String found) {
        return value.equals("true") || value.equals("false")
                ? value.equals(found.toLowerCase(Locale.ROOT))
                : value.equals(found);
    }
}
