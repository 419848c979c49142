package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a CSAF document says of the packages of one vulnerability. */
final class CsafStatus {

    private record Place(String ecosystem, String name) {}

    private static final class Said {

        private final Set<CsafProducts.Component> fixed = new LinkedHashSet<>();
        private boolean affected;
        private boolean wontFix;
        private boolean notAffected;
    }

    private CsafStatus() {}

    static List<Affected> read(Tree vulnerability, CsafProducts products, Told told) {
        Map<Place, Said> said = new LinkedHashMap<>();
        Tree status = vulnerability.get("product_status");
        Set<String> unplanned = unplanned(vulnerability);
        for (String list :
                List.of("fixed", "first_fixed", "known_affected", "known_not_affected", "under_investigation")) {
            for (String id : status.texts(list)) {
                products.component(id).ifPresent(one -> {
                    told.speaksFor(one.ecosystem());
                    if (told.wants(one.ecosystem(), one.name())) {
                        Said place = said.computeIfAbsent(new Place(one.ecosystem(), one.name()), key -> new Said());
                        switch (list) {
                            case "fixed", "first_fixed" -> place.fixed.add(one);
                            case "known_affected" -> {
                                place.affected = true;
                                place.wontFix |= unplanned.contains(id);
                            }
                            case "known_not_affected" -> place.notAffected = true;
                            default -> {
                                // Under investigation: that it is named is all that is known.
                            }
                        }
                    }
                });
            }
        }
        List<Affected> all = new ArrayList<>();
        said.forEach((place, one) -> all.add(affected(place, one)));
        return all;
    }

    private static Affected affected(Place place, Said said) {
        if (!said.fixed.isEmpty()) {
            return new Affected(place.ecosystem(), place.name(), ranges(said.fixed), List.of(), FixState.FIXED, null);
        }
        if (said.affected) {
            FixState state = said.wontFix ? FixState.WONT_FIX : FixState.NOT_FIXED;
            List<VersionRange> every = List.of(new VersionRange("0", "", ""));
            return new Affected(place.ecosystem(), place.name(), every, List.of(), state, null);
        }
        FixState state = said.notAffected ? FixState.NOT_AFFECTED : FixState.UNKNOWN;
        return new Affected(place.ecosystem(), place.name(), List.of(), List.of(), state, null);
    }

    /** Streams of a module are mended each for itself: a range begins with the major version of its stream. */
    private static List<VersionRange> ranges(Set<CsafProducts.Component> fixed) {
        long streams =
                fixed.stream().map(CsafProducts.Component::module).distinct().count();
        Set<VersionRange> ranges = new LinkedHashSet<>();
        for (CsafProducts.Component one : fixed) {
            if (!one.version().isEmpty()) {
                String introduced = streams > 1 && !one.module().isEmpty() ? major(one.version()) : "0";
                ranges.add(new VersionRange(introduced, one.version(), ""));
            }
        }
        return List.copyOf(ranges);
    }

    private static String major(String version) {
        int colon = version.indexOf(':');
        int end = colon + 1;
        while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return version.substring(0, end);
    }

    private static Set<String> unplanned(Tree vulnerability) {
        Set<String> ids = new HashSet<>();
        vulnerability.items("remediations").stream()
                .filter(one -> one.text("category").equals("no_fix_planned"))
                .forEach(one -> ids.addAll(one.texts("product_ids")));
        return ids;
    }
}
