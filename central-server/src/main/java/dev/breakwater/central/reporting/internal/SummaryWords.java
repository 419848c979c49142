package dev.breakwater.central.reporting.internal;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.central.overview.Board;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.reporting.ExecutiveSummary.Decision;
import dev.breakwater.central.reporting.ExecutiveSummary.FixTime;
import dev.breakwater.central.reporting.ReportedWorkloads;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sentences of the summary, each by a rule. */
final class SummaryWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private SummaryWords() {}

    static String count(long count, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d ", count) + (count == 1 ? one : many);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /**
     * What the summary is about, as people say it.
     *
     * @param all whether the reader may see everything
     */
    static String place(PlaceFilter place, boolean all) {
        List<String> parts = new ArrayList<>();
        parts.add(names(place, "cluster", "all clusters"));
        parts.add(names(place, "namespace", "all namespaces"));
        parts.add(ReportedWorkloads.words(place.expression()));
        return String.join(", ", parts) + (all ? "" : ", as far as the reader may see");
    }

    private static String names(PlaceFilter place, String field, String otherwise) {
        String names = place.expression().terms().stream()
                .filter(term -> term.field().equals(field))
                .map(term -> field + " "
                        + (term.negated() ? "other than " : "")
                        + term.values().stream()
                                .map(FilterExpression.Value::text)
                                .collect(Collectors.joining(" or ")))
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? otherwise : names;
    }

    /** The first sentence of a text; the rest is for those who fix it. */
    static String firstSentence(String text) {
        String stripped = text.strip();
        int end = stripped.indexOf(". ");
        return end < 0 ? stripped : stripped.substring(0, end + 1);
    }

    /** How it went, and the gravest thing about fixing. */
    static String headline(BySeverity open, ViolationTrend trend, List<FixTime> fixTimes) {
        long serious = open.critical() + open.high();
        if (trend.days().size() < 2) {
            return serious == 0
                    ? "No serious problem is open."
                    : count(serious, "serious problem is open, ", "serious problems are open, ")
                            + (open.critical() == 0 ? "none" : String.format(Locale.ENGLISH, "%,d", open.critical()))
                            + " of them critical.";
        }
        BySeverity first = trend.days().getFirst().open();
        long before = first.critical() + first.high();
        String since = day(trend.days().getFirst().day());
        String way = serious == before
                ? "As many serious problems as on " + since
                : (serious < before ? "Fewer" : "More") + " serious problems than on " + since;
        return way + late(fixTimes, serious < before) + ".";
    }

    private static String late(List<FixTime> fixTimes, boolean better) {
        return fixTimes.stream()
                .filter(time -> time.days() > time.targetDays())
                .findFirst()
                .map(time -> (better ? ", but " : ", and ") + time.severity().toLowerCase(Locale.ROOT) + " ones take "
                        + days(time.days() - time.targetDays()) + " too long to fix")
                .orElse("");
    }

    /** Whole days, at least one. */
    static String days(double days) {
        return count(Math.max(1, Math.round(days)), "day", "days");
    }

    static String since(Instant then, Instant now) {
        long days = Duration.between(then, now).toDays();
        return days == 0 ? "since today" : "since " + count(days, "day", "days");
    }

    /** @param endingAcceptances in words, {@code null} = none ends soon */
    static List<Decision> decisions(Board board, List<FixTime> fixTimes, @Nullable String endingAcceptances) {
        List<Decision> decisions = new ArrayList<>();
        long exposed = board.workloads().exposedCritical();
        if (exposed > 0) {
            decisions.add(new Decision(
                    "Shield or mend " + count(exposed, "service", "services") + " now",
                    "Reachable from outside, with a critical problem."));
        }
        board.owners().stream()
                .filter(owner -> owner.name().isEmpty())
                .mapToLong(owner -> owner.open().critical() + owner.open().high())
                .filter(serious -> serious > 0)
                .forEach(serious -> decisions.add(new Decision(
                        "Name an owner for " + count(serious, "serious problem", "serious problems"),
                        "Nobody owns the services they are in, so nobody is asked to fix them.")));
        fixTimes.stream()
                .filter(time -> time.days() > time.targetDays())
                .forEach(time -> decisions.add(new Decision(
                        "Decide who fixes " + time.severity().toLowerCase(Locale.ROOT) + " problems within "
                                + count(time.targetDays(), "day", "days"),
                        "Fixing took " + days(time.days()) + " on average.")));
        if (endingAcceptances != null) {
            decisions.add(new Decision("Extend what was accepted, or let it count again", endingAcceptances));
        }
        return decisions;
    }

    static List<String> blindSpots(Board board, long unknownAnswers) {
        List<String> spots = new ArrayList<>();
        long silent = board.clusters().stream()
                .filter(row -> row.health().word() == ClusterHealth.Word.SILENT
                        || row.health().word() == ClusterHealth.Word.NEVER_CONNECTED
                        || row.health().word() == ClusterHealth.Word.REVOKED)
                .count();
        add(spots, silent, "cluster does not report", "clusters do not report");
        long unjudged = board.workloads().total() - board.workloads().judged();
        add(spots, unjudged, "service is not judged yet", "services are not judged yet");
        add(
                spots,
                board.sight().kinds() - board.sight().seen(),
                "kind of object is out of sight",
                "kinds of objects are out of sight");
        add(spots, unknownAnswers, "check has no answer", "checks have no answer");
        return spots;
    }

    private static void add(List<String> spots, long count, String one, String many) {
        if (count > 0) {
            spots.add(count(count, one, many));
        }
    }
}
