package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.central.audit.AuditLog;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.seal.Manifest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what. */
@Component
class AuditReport implements ReportSource {

    private static final int BARS = 15;

    /** Pairs of account and address that are told apart; names that failed are typed by anybody. */
    private static final int MOST_REFUSED = 10_000;

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.of("at", "When", 5),
            ReportColumn.of("actor", "Who", 5),
            ReportColumn.of("action", "Did what", 4),
            ReportColumn.of("objectType", "To a", 4),
            ReportColumn.of("objectName", "Called", 7),
            ReportColumn.of("change", "What changed", 10),
            ReportColumn.of("channel", "By", 4),
            ReportColumn.of("sourceIp", "From", 5),
            ReportColumn.aside("objectId"),
            ReportColumn.aside("before"),
            ReportColumn.aside("after"),
            ReportColumn.aside("requestId"),
            ReportColumn.of("id", "Entry", 3));

    private final AuditLog audit;
    private final SealedDays days;

    AuditReport(AuditLog audit, SealedDays days) {
        this.audit = audit;
        this.days = days;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.AUDIT;
    }

    @Override
    public ReportDocument compose(ReportContext context) {
        Map<String, Long> byActor = new HashMap<>();
        Map<String, Long> byAction = new HashMap<>();
        Map<String, long[]> refused = new HashMap<>();
        Map<String, Instant> lastRefused = new HashMap<>();
        long[] changes = {0};
        boolean more = read(context, FirstRows.COUNTED, entry -> {
            byActor.merge(entry.actor(), 1L, Long::sum);
            byAction.merge(entry.action() + " " + entry.objectType(), 1L, Long::sum);
            changes[0] += AuditChange.of(entry.before(), entry.after()).isEmpty() ? 0 : 1;
            if (entry.action().startsWith("failed") && refused.size() < MOST_REFUSED) {
                String who = entry.actor() + "\n" + entry.sourceIp();
                refused.computeIfAbsent(who, key -> new long[1])[0] += attempts(entry);
                lastRefused.merge(who, entry.at(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        long total = byActor.values().stream().mapToLong(Long::longValue).sum();
        return new ReportDocument(
                "Audit log",
                FirstRows.headline(
                        more,
                        total == 0
                                ? "No entry of the audit log matches."
                                : Counts.of(total, "entry", "entries") + " by "
                                        + Counts.of(byActor.size(), "person, token or part", "people, tokens and parts")
                                        + "."),
                List.of(),
                List.of(
                        new Figure(Counts.number(total), "entries"),
                        new Figure(Counts.number(byActor.size()), "who acted"),
                        new Figure(Counts.number(changes[0]), "changed something that was there"),
                        new Figure(Counts.number(sum(refused)), "sign-ins that failed")),
                List.of(
                        chart(FirstRows.counted(more, "Who acted"), byActor),
                        chart(FirstRows.counted(more, "What was done"), byAction)),
                List.of(refusals(refused, lastRefused), trust()),
                new ReportTable(
                        "Every entry, the newest first",
                        "None matches.",
                        COLUMNS,
                        rows -> read(context, FirstRows.SHOWN, entry -> rows.accept(cells(entry)))));
    }

    private boolean read(ReportContext context, int most, Consumer<AuditEntry> sink) {
        return FirstRows.<AuditEntry>read(
                context,
                context.q(),
                most,
                request -> audit.list(request, context.scope()),
                all -> audit.stream(context.q(), "", context.scope(), all),
                sink);
    }

    private static List<@Nullable Object> cells(AuditEntry entry) {
        return row(
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.objectType(),
                entry.objectName(),
                AuditChange.of(entry.before(), entry.after()),
                entry.channel(),
                entry.sourceIp(),
                entry.objectId(),
                entry.before(),
                entry.after(),
                entry.requestId(),
                entry.id());
    }

    /** A row is one attempt, unless it says how many more there were within some minutes of another. */
    private static long attempts(AuditEntry entry) {
        if (entry.after() == null) {
            return 1;
        }
        try {
            JsonNode attempts = JsonMapper.shared().readTree(entry.after()).path("attempts");
            return attempts.isIntegralNumber() ? Math.max(1, attempts.asLong()) : 1;
        } catch (JacksonException e) {
            return 1;
        }
    }

    private static long sum(Map<String, long[]> counts) {
        return counts.values().stream().mapToLong(count -> count[0]).sum();
    }

    private static Section refusals(Map<String, long[]> counts, Map<String, Instant> last) {
        List<List<@Nullable Object>> rows = counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> entry) -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .limit(BARS)
                .map(entry -> {
                    String[] who = entry.getKey().split("\n", 2);
                    return row(who[0], who[1], entry.getValue()[0], last.get(entry.getKey()));
                })
                .toList();
        return new Section(
                1,
                "Who failed to sign in",
                List.of(
                        "Attempts that fail alike leave one entry at once, and ten minutes later a second one that counts all others:"
                                + " those of the last ten minutes may not be counted yet."),
                List.of(ReportTable.of(
                        "",
                        "Nobody, as far as the entries of this report go.",
                        List.of(
                                ReportColumn.of("actor", "Account that was named", 5),
                                ReportColumn.of("from", "From", 5),
                                ReportColumn.of("attempts", "Attempts", 3),
                                ReportColumn.of("last", "Last", 4)),
                        rows)));
    }

    private Section trust() {
        Manifest.Head head = days.head();
        return new Section(
                1,
                "Can this log be relied on?",
                List.of(
                        "Entries can be added and not changed. Each day of the log (UTC) is hashed together with the day before"
                                + " and signed; the last closed day is " + head.day() + ", its hash " + head.hash()
                                + ".",
                        "Whoever kept an earlier report can hold its head against the chain: bwctl report verify-days. Whether the"
                                + " log is still what was hashed says 'Verify the chain' on the page System health.",
                        "Secrets are never in the log. What a person read is not in it; what they changed, ran, or signed in with"
                                + " is."),
                List.of());
    }

    private static Chart chart(String title, Map<String, Long> counts) {
        return new Chart(
                Counts.first(title, Math.min(BARS, counts.size()), counts.size()),
                List.of("Entries"),
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                        .limit(BARS)
                        .map(entry -> new Bar(entry.getKey(), List.of(entry.getValue()), ""))
                        .toList());
    }
}
