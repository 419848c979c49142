package dev.breakwater.scanner.registry;

import dev.breakwater.scanner.RegistryAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credentials as Docker keeps them and Kubernetes' pull secrets hold them: {@code config.json} ({@code .dockerconfigjson}) and the
 * older {@code .dockercfg}. Keys are hosts, of which {@code *} may stand for a part, and may go on with a path.
 */
public final class PullSecrets {

    private static final int MOST = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Entry> entries;

    private record Entry(String host, String path, RegistryAccess access) {}

    private PullSecrets(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none; the message holds nothing of it
     */
    public static PullSecrets read(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the pull secret is no JSON");
        }
        if (root == null || !root.isObject()) {
            throw new IllegalArgumentException("the pull secret is no JSON object");
        }
        JsonNode auths = root.has("auths") ? root.path("auths") : root;
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : auths.properties()) {
            if (entries.size() < MOST && each.getValue().isObject()) {
                entry(each.getKey(), each.getValue()).ifPresent(entries::add);
            }
        }
        return new PullSecrets(entries);
    }

    /**
     * The access to where an image lies: the entry with the longest path that is part of its name.
     *
     * @param repository without the host
     */
    public Optional<RegistryAccess> of(String host, String repository) {
        return entries.stream()
                .filter(entry -> matches(entry.host(), normal(host)))
                .filter(entry -> entry.path().isEmpty()
                        || repository.equals(entry.path())
                        || repository.startsWith(entry.path() + "/"))
                .max(Comparator.comparingInt(entry -> entry.path().length()))
                .map(entry -> new RegistryAccess(
                        host,
                        entry.access().user(),
                        entry.access().password(),
                        entry.access().token(),
                        "",
                        false,
                        List.of()));
    }

    private static Optional<Entry> entry(String key, JsonNode node) {
        String rest = key.replaceFirst("^https?://", "");
        int slash = rest.indexOf('/');
        String host = normal(slash < 0 ? rest : rest.substring(0, slash));
        String path = slash < 0 ? "" : rest.substring(slash + 1).replaceAll("/+$", "");
        if (path.equals("v1") || path.equals("v2")) {
            path = "";
        }
        String user = node.path("username").asString("");
        String password = node.path("password").asString("");
        String auth = node.path("auth").asString("");
        if (user.isEmpty() && !auth.isEmpty()) {
            String decoded = decoded(auth);
            int colon = decoded.indexOf(':');
            if (colon > 0) {
                user = decoded.substring(0, colon);
                password = decoded.substring(colon + 1);
            }
        }
        String token = node.path("identitytoken").asString("");
        return user.isEmpty() && token.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Entry(host, path, new RegistryAccess(host, user, password, token, "", false, List.of())));
    }

    private static String decoded(String auth) {
        try {
            return new String(Base64.getMimeDecoder().decode(auth), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String normal(String host) {
        return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? "docker.io" : host;
    }

    /** A star stands for one part of a host, as Kubernetes reads it. */
    private static boolean matches(String pattern, String host) {
        String[] wanted = pattern.split("\\.", -1);
        String[] parts = host.split("\\.", -1);
        if (wanted.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!part(wanted[i], parts[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean part(String wanted, String part) {
        int star = wanted.indexOf('*');
        return star < 0
                ? wanted.equals(part)
                : part.length() >= wanted.length() - 1
                        && part.startsWith(wanted.substring(0, star))
                        && part.endsWith(wanted.substring(star + 1));
    }
}
