package dev.breakwater.central.vulnerabilities;

import java.util.List;

/**
 * A VEX document with what it says and what follows from that.
 *
 * @param covered of how many findings (a vulnerability in a package of an image) it speaks
 * @param dismissed in how many of them it does not apply, by what was said last in any document
 * @param statements the newest first, at most {@link #MOST}; one for each product
 */
public record VexDocumentDetail(VexDocumentRow document, int covered, int dismissed, List<VexStatementRow> statements) {

    /** Statements that are told of a document; the document itself has all. */
    public static final int MOST = 500;
}
