package dev.breakwater.central.policy.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.system.Carried;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people made of the policies, in an export: their own ones whole, and of the built-in ones those that are not as they
 * came. The text of a built-in policy is the release's, so of such a one only what people may change is taken in.
 */
@Component
@Order(50)
class CarriedPolicies implements Carried<CarriedPolicies.Kept> {

    private static final TypeReference<List<Map<String, Object>>> DOCUMENTS = new TypeReference<>() {};

    /**
     * A policy as it stands in the file.
     *
     * @param name for who reads the file; of a built-in policy it is not taken in
     * @param document a policy of people's own; also a built-in one whose severity, scopes or exclusions they changed, of which
     *     only these are taken in; {@code null} = a built-in one that is only switched
     * @param origin from where it is applied as code, {@code null} = it is not
     */
    record Kept(
            UUID id,
            String name,
            boolean enabled,
            @Nullable Map<String, Object> document,
            @Nullable String origin) {}

    private final PolicyTable table;
    private final VersionTable versions;
    private final Catalogue catalogue;
    private final JudgementDue due;
    private final ActorSource actors;
    private final Clock clock;

    CarriedPolicies(
            PolicyTable table,
            VersionTable versions,
            Catalogue catalogue,
            JudgementDue due,
            ActorSource actors,
            Clock clock) {
        this.table = table;
        this.versions = versions;
        this.catalogue = catalogue;
        this.due = due;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public String what() {
        return "policies of people's own, and built-in ones that are otherwise than they came";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public Set<String> present() {
        // Also in a database that central has not started on yet.
        return Stream.concat(all().keySet().stream(), builtIn().keySet().stream())
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Kept> read(boolean secrets) {
        Map<UUID, Policy> came = builtIn();
        List<Kept> kept = new ArrayList<>();
        for (StoredPolicy stored : table.all()) {
            Policy policy = stored.policy();
            Policy asItCame = came.get(policy.id());
            if (!stored.builtIn()) {
                String origin = stored.asCode() ? stored.origin() : null;
                kept.add(new Kept(policy.id(), policy.name(), policy.enabled(), document(policy), origin));
            } else if (asItCame != null
                    && !BuiltInText.with(asItCame, policy).equals(asItCame.switched(policy.enabled()))) {
                kept.add(new Kept(policy.id(), policy.name(), policy.enabled(), document(policy), null));
            } else if (asItCame == null || asItCame.enabled() != policy.enabled()) {
                kept.add(new Kept(policy.id(), policy.name(), policy.enabled(), null, null));
            }
        }
        return kept;
    }

    private static Map<String, Object> document(Policy policy) {
        return JsonMapper.shared()
                .readValue(PolicyDocument.toJson(List.of(policy)), DOCUMENTS)
                .getFirst();
    }

    @Override
    public void check(Kept item) {
        if (item.origin() != null) {
            PolicyCheck.origin(item.origin());
        }
        if (item.document() == null) {
            return;
        }
        try {
            Policy policy = policy(item);
            if (!policy.id().equals(item.id()) || !policy.name().equals(item.name())) {
                throw new InvalidRequest(
                        "document", policy.id() + " " + policy.name(), "the id and the name of the item");
            }
            CompiledPolicies.compile(List.of(policy));
        } catch (PolicyRejected e) {
            Problem first = e.problems().getFirst();
            throw new InvalidRequest("document" + first.pointer(), first.value(), first.allowed());
        }
    }

    private static Policy policy(Kept item) {
        List<Policy> read = PolicyDocument.read(JsonMapper.shared().writeValueAsString(item.document()));
        if (read.size() != 1) {
            throw new InvalidRequest("document", read.size() + " policies", "one policy");
        }
        return read.getFirst().switched(item.enabled());
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        Map<UUID, StoredPolicy> all = all();
        StoredPolicy here = all.get(item.id());
        if (item.document() == null) {
            return here == null && !builtIn().containsKey(item.id())
                    ? "this release has no built-in policy by that id"
                    : null;
        }
        if (here != null && here.builtIn()) {
            return null;
        }
        boolean taken = all.values().stream()
                .anyMatch(other -> other.policy().name().equals(item.name())
                        && !other.policy().id().equals(item.id()));
        return taken ? "another policy has its name" : null;
    }

    @Override
    public void write(List<Kept> items) {
        catalogue.synchronise(BuiltInPolicies.all());
        Map<UUID, StoredPolicy> all = all();
        String actor = actors.current().name();
        Instant now = clock.instant();
        List<StoredPolicy> written = new ArrayList<>();
        Map<UUID, Optional<Policy>> sources = new HashMap<>();
        for (Kept item : items) {
            StoredPolicy before = all.get(item.id());
            Policy wanted = wanted(item, before);
            if (wanted == null) {
                continue;
            }
            int version = Math.max(versions.last(item.id()), before == null ? 0 : before.version()) + 1;
            String origin = item.origin() == null ? StoredPolicy.CONSOLE : item.origin();
            written.add(
                    new StoredPolicy(wanted, before != null && before.builtIn(), version, now, actor, origin, false));
            if (before == null || !before.builtIn()) {
                sources.put(item.id(), item.origin() == null ? Optional.empty() : Optional.of(wanted));
            }
        }
        table.write(written, "imported");
        table.writeSources(sources);
        table.nextRevision();
        due.markAll(written.size() + " policies were imported by " + actor);
    }

    private static @Nullable Policy wanted(Kept item, @Nullable StoredPolicy before) {
        if (item.document() == null) {
            return before == null ? null : before.policy().switched(item.enabled());
        }
        Policy policy = policy(item);
        return before != null && before.builtIn() ? BuiltInText.with(before.policy(), policy) : policy;
    }

    private Map<UUID, StoredPolicy> all() {
        return table.all().stream()
                .collect(Collectors.toMap(stored -> stored.policy().id(), Function.identity()));
    }

    private static Map<UUID, Policy> builtIn() {
        return BuiltInPolicies.all().stream().collect(Collectors.toMap(Policy::id, Function.identity()));
    }
}
