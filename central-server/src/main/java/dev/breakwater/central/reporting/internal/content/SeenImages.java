package dev.breakwater.central.reporting.internal.content;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.Known;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is known of the images that run in the place of a report: without it no number of vulnerabilities says anything.
 *
 * @param feeds whether a feed of advisories is in use
 * @param catalogue whether the catalogue of what is known to be exploited is
 */
record SeenImages(Known known, boolean feeds, boolean catalogue) {

    /** Written where a number would have to be known. */
    static final String NOT_KNOWN = "not known";

    /** Reads it within the snapshot of the report. */
    static SeenImages of(ReportContext context, Vulnerabilities vulnerabilities, Feeds feeds) {
        PlaceFilter place = new PlaceFilter(new FilterExpression(FilterExpression.parse(context.q()).terms().stream()
                .filter(term -> PlaceFilter.FIELDS.contains(term.field()))
                .toList()));
        List<FeedRow> all = feeds.list();
        return new SeenImages(
                vulnerabilities.known(place, context.scope()),
                all.stream()
                        .anyMatch(
                                feed -> feed.entries() > 0 && !feed.ecosystems().isEmpty()),
                Feeds.catalogueOf(all).isPresent());
    }

    /** Whether nothing is known of anything, so that there are no numbers, not even zeros. */
    boolean isNothing() {
        return !feeds || known.isNothing();
    }

    long notLookedInto() {
        return known.images() - known.lookedInto();
    }

    /** What is not known, a sentence each; empty = all is. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!feeds) {
            sentences.add("No feed of vulnerabilities is in use: that nothing is found says nothing.");
        }
        if (known.images() == 0) {
            sentences.add("No image is known to run here.");
        } else if (notLookedInto() > 0) {
            sentences.add("Nobody looked into " + Counts.number(notLookedInto()) + " of "
                    + Counts.of(known.images(), "image that runs.", "images that run."));
        }
        if (feeds && known.unspoken() > 0) {
            sentences.add("No feed that is new enough speaks of " + Counts.number(known.unspoken()) + " of "
                    + Counts.of(known.packages(), "package", "packages") + " in the others.");
        }
        if (!catalogue) {
            sentences.add("No catalogue of what is exploited is loaded, so nobody knows which are.");
        }
        return sentences;
    }
}
