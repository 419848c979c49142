package dev.breakwater.ui.overview;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.overview.Board.Age;
import dev.breakwater.central.overview.Board.ImageFigures;
import dev.breakwater.central.overview.Board.Share;
import dev.breakwater.ui.part.ChartSpec;
import dev.breakwater.ui.part.ChartSpec.Kind;
import dev.breakwater.ui.part.ChartSpec.Series;
import dev.breakwater.ui.part.ChartSpec.Tone;
import dev.breakwater.ui.part.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What falls to categories, teams and ages, as charts. */
final class ShareSpecs {

    private static final int MOST = 10;

    private ShareSpecs() {}

    /**
     * Bars by severity.
     *
     * @param axis what the names are
     * @param none the word for an empty name
     * @param field of the filter that the names are values of
     */
    static ChartSpec bars(String axis, String none, String field, List<Share> shares, Links links) {
        List<Share> shown = shares.stream().limit(MOST).toList();
        List<String> names = shown.stream()
                .map(share -> share.name().isEmpty() ? none : share.name())
                .toList();
        List<Series> series = List.of(
                series("critical", Tone.CRITICAL, field, shown, BySeverity::critical, links),
                series("high", Tone.HIGH, field, shown, BySeverity::high, links),
                series("medium", Tone.MEDIUM, field, shown, BySeverity::medium, links),
                series("low", Tone.LOW, field, shown, BySeverity::low, links));
        Share first = shown.getFirst();
        String sentence = "Most serious: " + names.getFirst() + " with "
                + Counted.of(first.open().total(), "open violation", "open violations") + ", of which "
                + Counted.number(first.open().critical()) + " critical and "
                + Counted.number(first.open().high()) + " high.";
        return new ChartSpec(Kind.STACKED_BARS, sentence, axis, names, series, null);
    }

    private static Series series(
            String severity, Tone tone, String field, List<Share> shares, ToLongFunction<BySeverity> of, Links links) {
        return new Series(
                severity,
                tone,
                shares.stream().map(share -> of.applyAsLong(share.open())).toList(),
                shares.stream()
                        .map(share -> links.violations(
                                "state:open severity:" + severity + " " + field + ":" + Links.quoted(share.name())))
                        .toList(),
                "");
    }

    /** Images by age; those of which nobody told stand apart. */
    static ChartSpec ages(ImageFigures images) {
        List<String> names = new ArrayList<>();
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Age age : images.ages()) {
            names.add(
                    age.toDays() == 0
                            ? "over " + age.fromDays() + " d"
                            : age.fromDays() == 0
                                    ? "under " + age.toDays() + " d"
                                    : age.fromDays() + " to " + age.toDays() + " d");
            known.add(age.images());
            unknown.add(0L);
        }
        names.add("unknown");
        known.add(0L);
        unknown.add(images.total() - images.told());
        return new ChartSpec(
                Kind.HISTOGRAM,
                Counted.of(images.told(), "image has", "images have") + " a known age, "
                        + Counted.number(images.total() - images.told()) + " are of unknown age.",
                "Age",
                names,
                List.of(
                        new Series("images", Tone.ACCENT, known, List.of(), ""),
                        new Series("of unknown age", Tone.UNKNOWN, unknown, List.of(), "")),
                null);
    }
}
