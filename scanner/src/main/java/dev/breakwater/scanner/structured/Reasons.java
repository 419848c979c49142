package dev.breakwater.scanner.structured;

import tools.jackson.core.JacksonException;

/** What a parser says, as the end of a sentence: one line, short, nothing of the file's own text beyond a few characters. */
public final class Reasons {

    private static final int LONGEST = 160;

    private Reasons() {}

    /** The parser's own words with the line, if it says one. */
    public static String of(JacksonException damaged) {
        String said = damaged.getOriginalMessage();
        String line =
                said == null ? "no reason given" : said.lines().findFirst().orElse("");
        line = line.codePoints()
                .map(each -> Character.isISOControl(each) ? ' ' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return damaged.getLocation() == null || damaged.getLocation().getLineNr() < 1
                ? shown
                : shown + " (line " + damaged.getLocation().getLineNr() + ")";
    }
}
