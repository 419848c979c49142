package dev.breakwater.engine.fix;

import dev.breakwater.engine.fix.Remedy.Case;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What containers may do. */
final class SecurityRemedies {

    private static final int ORDINARY_USER = 10001;

    private SecurityRemedies() {}

    static Map<String, Remedy> all() {
        return Map.ofEntries(
                Map.entry("Privileged Container", SecurityRemedies::unprivileged),
                Map.entry("Add Capabilities", SecurityRemedies::fewerCapabilities),
                Map.entry(
                        "Drop Capabilities",
                        (tree, in) -> done(
                                tree.set(in.security("capabilities.drop"), List.of("ALL")),
                                "Drop all capabilities of " + name(in))),
                Map.entry("Allow Privilege Escalation", SecurityRemedies::noEscalation),
                Map.entry("Runs As Root", SecurityRemedies::ordinaryUser),
                Map.entry("Run As Non-Root Enforced", SecurityRemedies::ordinaryUser),
                Map.entry("Run As User", SecurityRemedies::userOfItsOwn),
                Map.entry(
                        "Run As Group",
                        (tree, in) -> done(
                                tree.set(in.security("runAsGroup"), ORDINARY_USER),
                                "Run " + name(in) + " in a group of its own")),
                Map.entry(
                        "Host Process",
                        (tree, in) -> done(
                                tree.set(in.security("windowsOptions.hostProcess"), false),
                                "Run " + name(in) + " as a container, not as a process of the node")),
                Map.entry("SELinux Type", SecurityRemedies::ownLabels),
                Map.entry("SELinux User Or Role Set", SecurityRemedies::ownLabels),
                Map.entry(
                        "Read-Only Root Filesystem",
                        (tree, in) -> done(
                                tree.set(in.security("readOnlyRootFilesystem"), true),
                                "Make the root file system of " + name(in)
                                        + " read-only; mount an emptyDir where the program has to write")),
                Map.entry(
                        "Seccomp Profile Type",
                        (tree, in) -> profile(tree, in, "seccompProfile", "Filter the system calls of ")),
                Map.entry("AppArmor Profile", (tree, in) -> profile(tree, in, "appArmorProfile", "Confine ")),
                Map.entry(
                        "Proc Mount",
                        (tree, in) -> done(tree.remove(in.security("procMount")), "Mask /proc in " + name(in))));
    }

    static String name(Case in) {
        return in.evidence().container();
    }

    static Optional<String> done(boolean changed, String step) {
        return changed ? Optional.of(step + ".") : Optional.empty();
    }

    private static Optional<String> unprivileged(ManifestTree tree, Case in) {
        return done(tree.set(in.security("privileged"), false), "Run " + name(in) + " without privileges");
    }

    private static Optional<String> fewerCapabilities(ManifestTree tree, Case in) {
        Set<String> forbidden =
                in.group().values().stream().map(SecurityRemedies::capability).collect(Collectors.toSet());
        String path = in.security("capabilities.add");
        if (!(tree.at(path) instanceof ArrayNode added)) {
            return Optional.empty();
        }
        List<String> kept = added.valueStream()
                .map(JsonNode::asString)
                .filter(one ->
                        !forbidden.contains(capability(one)) && !capability(one).equals("ALL"))
                .toList();
        boolean changed = kept.size() < added.size() && (kept.isEmpty() ? tree.remove(path) : tree.set(path, kept));
        return done(changed, "No longer add the forbidden capabilities to " + name(in));
    }

    private static String capability(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
    }

    /** An API server refuses to forbid escalation to what is privileged or may administer the system. */
    private static Optional<String> noEscalation(ManifestTree tree, Case in) {
        boolean changed = tree.set(in.security("allowPrivilegeEscalation"), false);
        JsonNode privileged = tree.at(in.security("privileged"));
        if (privileged != null && privileged.asBoolean(false)) {
            tree.set(in.security("privileged"), false);
        }
        String path = in.security("capabilities.add");
        if (tree.at(path) instanceof ArrayNode added) {
            List<String> kept = added.valueStream()
                    .map(JsonNode::asString)
                    .filter(one -> !capability(one).equals("SYS_ADMIN"))
                    .toList();
            if (kept.isEmpty()) {
                tree.remove(path);
            } else {
                tree.set(path, kept);
            }
        }
        return done(changed, "Forbid " + name(in) + " to gain privileges");
    }

    /** A user by number, or the node refuses to start an image whose own user is root. */
    private static Optional<String> ordinaryUser(ManifestTree tree, Case in) {
        JsonNode user = tree.at(in.security("runAsUser"));
        boolean changed = tree.set(in.security("runAsNonRoot"), true);
        if (user == null || user.asLong(0) == 0) {
            changed |= tree.set(in.security("runAsUser"), ORDINARY_USER);
        }
        return done(changed, "Run " + name(in) + " as a user other than root");
    }

    private static Optional<String> userOfItsOwn(ManifestTree tree, Case in) {
        return done(
                tree.set(in.security("runAsUser"), ORDINARY_USER), "Run " + name(in) + " with a user id of its own");
    }

    private static Optional<String> ownLabels(ManifestTree tree, Case in) {
        return done(
                tree.remove(in.security("seLinuxOptions")),
                "Leave the SELinux labels of " + name(in) + " to the runtime");
    }

    private static Optional<String> profile(ManifestTree tree, Case in, String field, String what) {
        tree.remove(in.security(field) + ".localhostProfile");
        return done(
                tree.set(in.security(field) + ".type", "RuntimeDefault"),
                what + name(in) + " by the runtime's own profile");
    }
}
