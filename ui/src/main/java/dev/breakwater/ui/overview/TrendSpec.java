package dev.breakwater.ui.overview;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.detection.ViolationTrend.Day;
import dev.breakwater.ui.part.ChartSpec;
import dev.breakwater.ui.part.ChartSpec.Flow;
import dev.breakwater.ui.part.ChartSpec.Kind;
import dev.breakwater.ui.part.ChartSpec.Series;
import dev.breakwater.ui.part.ChartSpec.Tone;
import dev.breakwater.ui.part.Counted;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The trend of violations as a chart: what was open on each day, and what opened and closed in each week. */
final class TrendSpec {

    private static final int WEEK = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private TrendSpec() {}

    /** @param trend of at least two days */
    static ChartSpec of(ViolationTrend trend, Links links) {
        List<Day> days = trend.days();
        List<String> names = days.stream().map(day -> word(day.day())).toList();
        List<Series> series = List.of(
                series("critical", Tone.CRITICAL, days, BySeverity::critical, links),
                series("high", Tone.HIGH, days, BySeverity::high, links),
                series("medium", Tone.MEDIUM, days, BySeverity::medium, links),
                series("low", Tone.LOW, days, BySeverity::low, links));
        return new ChartSpec(Kind.STACKED_AREA, sentence(days), "Day", names, series, flow(days));
    }

    private static String word(LocalDate day) {
        return DAY.format(day);
    }

    private static Series series(String name, Tone tone, List<Day> days, ToLongFunction<BySeverity> of, Links links) {
        return new Series(
                name,
                tone,
                days.stream().map(day -> of.applyAsLong(day.open())).toList(),
                List.of(),
                links.violations("state:open severity:" + name));
    }

    private static String sentence(List<Day> days) {
        long first = days.getFirst().open().total();
        long last = days.getLast().open().total();
        String way = last == first ? "as many as" : last < first ? "fewer than" : "more than";
        return Counted.of(last, "violation is", "violations are") + " open, " + way + " the " + Counted.number(first)
                + " on " + word(days.getFirst().day()) + ".";
    }

    /** Weeks end today, so that the last one is whole; the first may be short. */
    private static Flow flow(List<Day> days) {
        List<Integer> at = new ArrayList<>();
        List<String> spans = new ArrayList<>();
        List<Long> in = new ArrayList<>();
        List<Long> out = new ArrayList<>();
        for (int end = days.size(); end > 0; end -= WEEK) {
            List<Day> week = days.subList(Math.max(0, end - WEEK), end);
            at.addFirst(Math.max(0, end - WEEK) + week.size() / 2);
            spans.addFirst(
                    word(week.getFirst().day()) + " to " + word(week.getLast().day()));
            in.addFirst(week.stream().mapToLong(day -> day.opened().total()).sum());
            out.addFirst(week.stream().mapToLong(day -> day.closed().total()).sum());
        }
        return new Flow(
                at,
                spans,
                new Series("opened", Tone.NEUTRAL, in, List.of(), ""),
                new Series("closed", Tone.ACCENT, out, List.of(), ""));
    }
}
