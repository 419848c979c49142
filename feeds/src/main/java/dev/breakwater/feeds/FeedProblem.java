package dev.breakwater.feeds;

/**
 * An entry that could not be read. The rest of the feed stands.
 *
 * @param where the document, and in it the entry where that is known; untrusted text
 * @param reason one sentence; may quote the document
 */
public record FeedProblem(String where, String reason) {

    private static final int LONGEST = 500;

    public FeedProblem {
        where = cut(where);
        reason = cut(reason);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
