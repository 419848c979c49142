package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;

/** Writes executive summaries. */
public interface ExecutiveSummaries {

    /** The summary of a place, within what the reader may see. */
    ExecutiveSummary summary(PlaceFilter place, AccessScope scope);

    /** The summary as an {@code article} of XHTML; everything in it is text, whatever a cluster calls its things. */
    String article(ExecutiveSummary summary);

    /** The summary as a PDF of one or few A4 pages. */
    byte[] pdf(ExecutiveSummary summary);
}
