package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.engine.vulnerability.Advisory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of packages, as it is held against them.
 *
 * @param byPackage what speaks of a package
 * @param opinions by each of their names, those that speak of no package
 * @param names the vulnerability that each name stands for
 * @param rows where each advisory is kept, by the object itself
 */
record Candidates(
        Map<Integer, List<Spoken>> byPackage,
        Map<String, List<Advisory>> opinions,
        Map<String, Integer> names,
        Map<Advisory, Integer> rows) {

    /** An advisory that speaks of a name within an ecosystem. */
    record Spoken(String ecosystem, String packageName, Advisory advisory) {}

    Candidates() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new IdentityHashMap<>());
    }

    void addOpinion(Advisory advisory) {
        opinions.computeIfAbsent(advisory.id(), key -> new ArrayList<>(1)).add(advisory);
        advisory.aliases()
                .forEach(alias -> opinions.computeIfAbsent(alias, key -> new ArrayList<>(1))
                        .add(advisory));
    }
}
