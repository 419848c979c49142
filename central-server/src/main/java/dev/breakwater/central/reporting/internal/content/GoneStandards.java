package dev.breakwater.central.reporting.internal.content;

import java.util.List;

/** What is said of standards that a definition names and that were deleted since: a report without them must not look whole. */
public final class GoneStandards {

    private GoneStandards() {}

    /** Of a report that has others, for its cover. */
    static String fact(List<String> ids) {
        return (ids.size() == 1 ? "the standard " : "the standards ")
                + String.join(", ", ids)
                + (ids.size() == 1 ? ", which is no longer there" : ", which are no longer there");
    }

    /** The same as a sentence. */
    public static String sentence(List<String> ids) {
        return (ids.size() == 1 ? "The standard " : "The standards ")
                + String.join(", ", ids)
                + (ids.size() == 1 ? " is no longer there." : " are no longer there.");
    }

    /** Why a report cannot be made that has no other. */
    public static String reason(List<String> ids) {
        String sentence = sentence(ids);
        return sentence.substring(0, sentence.length() - 1) + ", and the report is about no other. Bring "
                + (ids.size() == 1 ? "it" : "one") + " back, or change the report.";
    }
}
