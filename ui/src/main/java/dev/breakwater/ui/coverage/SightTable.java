package dev.breakwater.ui.coverage;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.central.overview.Coverage.KindSight;
import dev.breakwater.central.overview.Coverage.NeverSeen;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clusters down, kinds across; each cell says in words whether the sensor can read the kind. */
final class SightTable extends NativeTable {

    SightTable(List<KindSight> sights, List<NeverSeen> neverSeen, TimeWords times) {
        addClassNames("bw-table", "bw-sight");
        setCaptionText("What each sensor can read");
        NativeTableRow head = getHead().addRow();
        head.addHeaderCell().setText("Kind");
        Map<String, Map<String, KindSight>> byCluster = sights.stream()
                .collect(Collectors.groupingBy(
                        KindSight::cluster, TreeMap::new, Collectors.toMap(KindSight::kind, s -> s, (a, b) -> a)));
        byCluster.keySet().forEach(cluster -> head.addHeaderCell().setText(cluster));
        neverSeen.forEach(cluster -> head.addHeaderCell().setText(cluster.cluster()));
        List<String> kinds = Stream.concat(
                        Arrays.stream(ObjectKind.values()).map(ObjectKind::name),
                        sights.stream().map(KindSight::kind))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(SightTable::order))
                .toList();
        for (String kind : kinds) {
            NativeTableRow row = getBody().addRow();
            row.addHeaderCell().setText(words(kind));
            byCluster.values().forEach(of -> cell(row, of.get(kind), times));
            neverSeen.forEach(cluster -> never(row, cluster, times));
        }
    }

    private static void cell(NativeTableRow row, @org.jspecify.annotations.Nullable KindSight sight, TimeWords times) {
        NativeTableCell cell = row.addDataCell();
        if (sight == null) {
            cell.add(Markup.text("bw-hatch-mark", ""), Markup.text("bw-sight-bad", "not reported"));
            return;
        }
        boolean seen = sight.sight().equals("SEEN");
        cell.add(
                seen ? Markup.icon("check") : Markup.text("bw-hatch-mark", ""),
                Markup.text(seen ? "bw-sight-good" : "bw-sight-bad", words(sight)));
        String detail = sight.detail().isEmpty() ? "" : sight.detail() + "; ";
        cell.getElement().setAttribute("title", detail + "as of " + times.exact(sight.reportedAt()));
        if (!seen && !sight.detail().isEmpty()) {
            cell.add(Markup.text("bw-meta", sight.detail()));
        }
    }

    private static void never(NativeTableRow row, NeverSeen cluster, TimeWords times) {
        NativeTableCell cell = row.addDataCell();
        cell.add(Markup.text("bw-hatch-mark", ""), Markup.text("bw-sight-bad", "never seen"));
        cell.getElement().setAttribute("title", "no sensor ever connected; added " + times.exact(cluster.addedAt()));
    }

    private static String words(KindSight sight) {
        return switch (sight.sight()) {
            case "SEEN" -> "seen";
            case "NOT_SERVED" -> "not served by the cluster";
            case "FORBIDDEN" -> "forbidden to the sensor";
            case "FAILED" -> "reading failed";
            case "OUT_OF_SIGHT" -> "out of sight of this source";
            default -> sight.sight().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String words(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? kind : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    private static int order(String kind) {
        for (ObjectKind known : ObjectKind.values()) {
            if (known.name().equals(kind)) {
                return known.ordinal();
            }
        }
        return Integer.MAX_VALUE;
    }
}
