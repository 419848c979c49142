package dev.breakwater.sensor.watch.live;

import dev.breakwater.engine.kubernetes.Owner;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.watch.ObjectTranslator;
import dev.breakwater.sensor.watch.OwnerIndex;
import dev.breakwater.sensor.watch.Translated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/** Turns the coming and going of a cluster's objects into facts. Thread-safe: each API's events come on a thread of their own. */
final class LiveObjects {

    private static final int MOST_PROBLEMS = 1_000;

    private final FactStore facts;
    private final OwnerIndex owners;
    private final ObjectTranslator translator;
    private final ToldWorkloads told;
    private final WaitingPods waiting = new WaitingPods();
    private final Map<String, String> problems = new ConcurrentSkipListMap<>();

    LiveObjects(FactStore facts, OwnerIndex owners, ObjectTranslator translator) {
        this.facts = facts;
        this.owners = owners;
        this.translator = translator;
        this.told = new ToldWorkloads(facts);
    }

    /**
     * An object came or changed.
     *
     * @param before the facts that it gave last time
     * @return the facts that it gives now
     */
    List<UUID> seen(String kind, String key, JsonNode object, List<UUID> before) {
        boolean arrived = translator.learnOwner(object);
        boolean pod = kind.equals("Pod");
        if (pod) {
            waitForController(key, object);
        }
        List<UUID> now = put(kind, key, object, pod);
        for (UUID id : before) {
            if (!now.contains(id)) {
                facts.remove(id);
            }
        }
        if (arrived) {
            waiting.take(kind + " " + key).forEach((name, waited) -> put("Pod", name, waited, true));
        }
        return now;
    }

    private void waitForController(String key, JsonNode object) {
        Optional<Owner> unseen = translator.unseenController(object);
        if (unseen.isPresent()) {
            Owner owner = unseen.get();
            waiting.add(key, owner.kind() + " " + ObjectTranslator.namespace(object) + "/" + owner.name(), object);
        } else {
            waiting.remove(key);
        }
    }

    private List<UUID> put(String kind, String key, JsonNode object, boolean pod) {
        Translated translated = translator.translate(object);
        if (pod) {
            told.seen(key, translated);
        }
        List<UUID> now = new ArrayList<>(translated.facts().size());
        for (Fact fact : translated.facts()) {
            facts.put(fact);
            now.add(fact.id());
        }
        if (translated.problem() == null) {
            problems.remove(kind + " " + key);
        } else if (problems.size() < MOST_PROBLEMS) {
            problems.put(kind + " " + key, translated.problem());
        }
        return List.copyOf(now);
    }

    /** An object is gone. */
    void gone(String kind, String namespace, String name, List<UUID> before) {
        String key = namespace + "/" + name;
        if (kind.equals("Pod")) {
            waiting.remove(key);
            told.gone(key);
        } else if (OwnerIndex.BETWEEN.contains(kind)) {
            owners.remove(namespace, kind, name);
        }
        problems.remove(kind + " " + key);
        before.forEach(facts::remove);
    }

    /** Objects that could not be told, by their names. */
    Map<String, String> problems() {
        return new TreeMap<>(problems);
    }
}
