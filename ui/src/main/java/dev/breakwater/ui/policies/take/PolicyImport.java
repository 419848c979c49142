package dev.breakwater.ui.policies.take;

import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.PolicyRejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The policies of a file beside those that are here: what is new, what is in the way, and what can be done about it. */
public final class PolicyImport {

    /** How a policy of the file stands to what is here. */
    public enum Standing {
        NEW("new"),
        SAME("is here already, the same"),
        DIFFERS("is here in another form"),
        NAME_TAKEN("another policy has its name"),
        BUILT_IN("came with the product in another form"),
        AS_CODE("is applied as code here"),
        TWICE("stands twice in the file"),
        WRONG("cannot be judged");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** Half a sentence. */
        public String words() {
            return words;
        }
    }

    /** What is done with it. */
    public enum Choice {
        CREATE("Take it in"),
        OVERWRITE("Overwrite what is here"),
        KEEP_BOTH("Keep both, under another name"),
        SKIP("Leave it out");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        /** As a button would say it. */
        public String words() {
            return words;
        }
    }

    /**
     * A policy of the file.
     *
     * @param here what it would meet, {@code null} = nothing
     * @param choices what can be done; the first is proposed
     * @param why what is wrong with it, empty if nothing is
     */
    public record Entry(
            Policy policy, Standing standing, @Nullable StoredPolicy here, List<Choice> choices, String why) {

        public Entry {
            choices = List.copyOf(choices);
        }

        /** A name under which both can be kept. */
        public String freeName(Set<String> taken) {
            for (int i = 1; ; i++) {
                String name = policy.name() + (i == 1 ? " (imported)" : " (imported " + i + ")");
                if (!taken.contains(name.toLowerCase(Locale.ROOT))) {
                    return name;
                }
            }
        }

        /**
         * The policy as it would be written.
         *
         * @param name for {@link Choice#KEEP_BOTH}
         * @param newId makes an id where it needs one of its own
         */
        public Policy written(Choice choice, String name, Supplier<UUID> newId) {
            return switch (choice) {
                case CREATE, SKIP -> policy;
                case OVERWRITE ->
                    here == null
                            ? policy
                            : PolicyEdit.of(policy).id(here.policy().id()).done();
                case KEEP_BOTH ->
                    PolicyEdit.of(policy).id(newId.get()).name(name.strip()).done();
            };
        }
    }

    private final Map<UUID, StoredPolicy> byId;
    private final Map<String, StoredPolicy> byName;
    private final Set<UUID> seenIds = new HashSet<>();
    private final Set<String> seenNames = new HashSet<>();

    private PolicyImport(List<StoredPolicy> here) {
        byId = here.stream().collect(Collectors.toMap(row -> row.policy().id(), Function.identity()));
        byName = here.stream()
                .collect(Collectors.toMap(row -> lower(row.policy().name()), Function.identity(), (one, other) -> one));
    }

    /**
     * Reads a file.
     *
     * @param document YAML or JSON
     * @param here everything that is here
     * @throws PolicyRejected if it cannot be read as policies at all
     */
    public static List<Entry> read(String document, List<StoredPolicy> here) {
        PolicyImport reading = new PolicyImport(here);
        List<Entry> entries = new ArrayList<>();
        PolicyDocument.read(document).forEach(policy -> entries.add(reading.entry(policy)));
        return entries;
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private Entry entry(Policy policy) {
        Optional<String> wrong = wrong(policy);
        if (wrong.isPresent()) {
            return new Entry(policy, Standing.WRONG, null, List.of(Choice.SKIP), wrong.get());
        }
        if (!seenIds.add(policy.id()) | !seenNames.add(lower(policy.name()))) {
            return new Entry(policy, Standing.TWICE, null, List.of(Choice.SKIP), "");
        }
        StoredPolicy same = byId.get(policy.id());
        if (same != null) {
            return known(policy, same);
        }
        StoredPolicy named = byName.get(lower(policy.name()));
        if (named == null) {
            return new Entry(policy, Standing.NEW, null, List.of(Choice.CREATE, Choice.SKIP), "");
        }
        List<Choice> choices = named.builtIn() || named.asCode()
                ? List.of(Choice.KEEP_BOTH, Choice.SKIP)
                : List.of(Choice.KEEP_BOTH, Choice.OVERWRITE, Choice.SKIP);
        return new Entry(policy, Standing.NAME_TAKEN, named, choices, "");
    }

    private Entry known(Policy policy, StoredPolicy here) {
        if (here.policy().equals(policy)) {
            return new Entry(policy, Standing.SAME, here, List.of(Choice.SKIP), "");
        }
        if (here.asCode()) {
            return new Entry(policy, Standing.AS_CODE, here, List.of(Choice.SKIP, Choice.KEEP_BOTH), "");
        }
        boolean nameFree = Optional.ofNullable(byName.get(lower(policy.name())))
                .map(other -> other.policy().id().equals(policy.id()))
                .orElse(true);
        if (here.builtIn()) {
            return new Entry(
                    policy,
                    Standing.BUILT_IN,
                    here,
                    isAdjusted(policy, here.policy())
                            ? List.of(Choice.OVERWRITE, Choice.KEEP_BOTH, Choice.SKIP)
                            : List.of(Choice.KEEP_BOTH, Choice.SKIP),
                    "");
        }
        return new Entry(
                policy,
                Standing.DIFFERS,
                here,
                nameFree
                        ? List.of(Choice.OVERWRITE, Choice.KEEP_BOTH, Choice.SKIP)
                        : List.of(Choice.KEEP_BOTH, Choice.SKIP),
                "");
    }

    /** Whether only what people may change of a built-in policy differs. */
    private static boolean isAdjusted(Policy policy, Policy here) {
        return PolicyEdit.of(policy)
                .severity(here.severity())
                .enabled(here.enabled())
                .scopes(here.scopes())
                .exclusions(here.exclusions())
                .done()
                .equals(here);
    }

    private static Optional<String> wrong(Policy policy) {
        try {
            CompiledPolicies.compile(List.of(policy));
            return Optional.empty();
        } catch (PolicyRejected e) {
            return Optional.of(e.problems().stream()
                    .limit(3)
                    .map(problem -> problem.pointer() + ": " + problem.allowed())
                    .collect(Collectors.joining(" ")));
        }
    }
}
