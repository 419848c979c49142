package dev.breakwater.central.reporting.internal.definition;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.reporting.ReportDelivery;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportRenderer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at a report that somebody wants. */
@Component
public class ReportCheck {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,253}");
    private static final int MOST = 50;
    private static final int MOST_DESTINATIONS = 10;
    private static final int LONGEST_DAYS = 3_650;

    private final Map<String, ListDefinition<?>> lists;
    private final Map<String, ReportDelivery> ways;
    private final Set<ReportFormat> formats;

    ReportCheck(List<ListDefinition<?>> lists, List<ReportDelivery> ways, List<ReportRenderer> renderers) {
        this.lists = lists.stream().collect(Collectors.toMap(ListDefinition::name, Function.identity()));
        this.ways = ways.stream()
                .collect(Collectors.toMap(ReportDelivery::kind, Function.identity(), (a, b) -> a, TreeMap::new));
        this.formats = renderers.stream().map(ReportRenderer::format).collect(Collectors.toSet());
    }

    Map<String, ReportDelivery> ways() {
        return ways;
    }

    /**
     * Looks at what a draft says by itself, not at what there is.
     *
     * @throws InvalidRequest naming what cannot be used
     */
    void check(ReportDraft draft) {
        if (draft.name().isBlank() || !NAME.matcher(draft.name()).matches()) {
            throw new InvalidRequest("name", draft.name(), "1 to 100 characters of one line");
        }
        content(draft);
        if (draft.schedule() != null) {
            CronSchedule.of(draft.schedule().cron(), draft.schedule().zone());
        }
        if (draft.keepDays() < 1 || draft.keepDays() > LONGEST_DAYS) {
            throw new InvalidRequest("keepDays", String.valueOf(draft.keepDays()), "1 to " + LONGEST_DAYS);
        }
        if (draft.destinations().size() > MOST_DESTINATIONS) {
            throw new InvalidRequest(
                    "destinations", draft.destinations().size() + " of them", "at most " + MOST_DESTINATIONS);
        }
        draft.destinations().forEach(this::check);
    }

    /** Looks at what would stand in it, as far as a preview needs it. */
    void content(ReportDraft draft) {
        ReportKind kind = draft.kind();
        if (draft.formats().isEmpty()) {
            throw new InvalidRequest("formats", "", "at least one of " + kind.formats());
        }
        for (ReportFormat format : draft.formats()) {
            if (!kind.formats().contains(format) || !formats.contains(format)) {
                throw new InvalidRequest(
                        "formats",
                        format.name(),
                        kind.formats().stream()
                                .filter(formats::contains)
                                .sorted()
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
            }
        }
        standards(draft);
        bounded("clusters", draft.clusters());
        if (kind == ReportKind.AUDIT && !draft.clusters().isEmpty()) {
            throw new InvalidRequest("clusters", draft.clusters().toString(), "none: the audit log is of no cluster");
        }
        if (kind.list().isEmpty()) {
            PlaceFilter.parse(draft.q());
        } else {
            listOf(kind).check(draft.q(), "");
        }
        if (draft.viewId() != null && kind.list().isEmpty()) {
            throw new InvalidRequest("viewId", draft.viewId().toString(), "nothing, as this kind shows no list");
        }
    }

    private ListDefinition<?> listOf(ReportKind kind) {
        ListDefinition<?> list = lists.get(kind.list());
        if (list == null) {
            throw new IllegalStateException("there is no list " + kind.list());
        }
        return list;
    }

    private void standards(ReportDraft draft) {
        bounded("standards", draft.standards());
        if (draft.kind() != ReportKind.COMPLIANCE && !draft.standards().isEmpty()) {
            throw new InvalidRequest("standards", draft.standards().toString(), "none, but for a report of compliance");
        }
    }

    private static void bounded(String field, List<String> texts) {
        if (texts.size() > MOST) {
            throw new InvalidRequest(field, texts.size() + " items", "at most " + MOST);
        }
        for (String text : texts) {
            if (!TEXT.matcher(text).matches()) {
                throw new InvalidRequest(field, text, "1 to 253 characters of one line");
            }
        }
    }

    private void check(ReportDestination destination) {
        ReportDelivery way = ways.get(destination.kind());
        if (way == null) {
            throw new InvalidRequest(
                    "destinations/kind",
                    destination.kind(),
                    ways.isEmpty() ? "none: there is no way out" : String.join(", ", ways.keySet()));
        }
        way.check(destination);
    }
}
