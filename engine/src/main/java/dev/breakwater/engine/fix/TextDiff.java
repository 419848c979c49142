package dev.breakwater.engine.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What differs between two texts, in pieces with some lines around them, as unified diffs show it.
 *
 * @param hunks in the order of the text
 */
public record TextDiff(List<Hunk> hunks) {

    /** A line of a hunk stays, goes or comes. */
    public enum Mark {
        SAME(" "),
        REMOVED("-"),
        ADDED("+");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        /** As unified diffs write it. */
        public String sign() {
            return sign;
        }
    }

    /**
     * A line.
     *
     * @param number its number in the text that it stands in: the old one if it goes, else the new one
     */
    public record Line(Mark mark, int number, String text) {}

    /**
     * Neighbouring lines.
     *
     * @param from number of the first line in the old text, 0 = before it; {@code to} likewise in the new one
     */
    public record Hunk(int from, int removed, int to, int added, List<Line> lines) {

        public Hunk {
            lines = List.copyOf(lines);
        }
    }

    /** Lines shown around a change. */
    public static final int CONTEXT = 3;

    /** So much may differ that comparing stays quick, whatever an object holds. */
    private static final int MOST_DIFFERING = 3_000;

    public TextDiff {
        hunks = List.copyOf(hunks);
    }

    /** Compares two texts. */
    public static TextDiff of(List<String> before, List<String> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            lines.add(new Line(Mark.SAME, i + 1, after.get(i)));
        }
        middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end), start, lines);
        for (int i = after.size() - end; i < after.size(); i++) {
            lines.add(new Line(Mark.SAME, i + 1, after.get(i)));
        }
        return new TextDiff(hunks(lines));
    }

    /** The longest common part stays; where too much differs, all of it is replaced. */
    private static void middle(List<String> before, List<String> after, int offset, List<Line> lines) {
        boolean tooMuch = before.size() > MOST_DIFFERING || after.size() > MOST_DIFFERING;
        int[][] common = tooMuch ? new int[0][] : common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean same = !tooMuch
                    && i < before.size()
                    && j < after.size()
                    && before.get(i).equals(after.get(j));
            if (same) {
                lines.add(new Line(Mark.SAME, offset + j + 1, after.get(j)));
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || tooMuch || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Mark.REMOVED, offset + i + 1, before.get(i)));
                i++;
            } else {
                lines.add(new Line(Mark.ADDED, offset + j + 1, after.get(j)));
                j++;
            }
        }
    }

    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Hunk> hunks(List<Line> lines) {
        List<Integer> changed = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).mark() != Mark.SAME)
                .boxed()
                .toList();
        List<Hunk> hunks = new ArrayList<>();
        int at = 0;
        while (at < changed.size()) {
            int last = at;
            while (last + 1 < changed.size() && changed.get(last + 1) - changed.get(last) <= 2 * CONTEXT) {
                last++;
            }
            int from = Math.max(0, changed.get(at) - CONTEXT);
            int to = Math.min(lines.size(), changed.get(last) + CONTEXT + 1);
            hunks.add(hunk(lines, from, to));
            at = last + 1;
        }
        return hunks;
    }

    private static Hunk hunk(List<Line> lines, int from, int to) {
        int old = count(lines.subList(0, from), Mark.ADDED);
        int fresh = count(lines.subList(0, from), Mark.REMOVED);
        List<Line> part = lines.subList(from, to);
        int removed = count(part, Mark.ADDED);
        int added = count(part, Mark.REMOVED);
        return new Hunk(removed == 0 ? old : old + 1, removed, added == 0 ? fresh : fresh + 1, added, part);
    }

    /** How many are not of this mark. */
    private static int count(List<Line> lines, Mark not) {
        return (int) lines.stream().filter(line -> line.mark() != not).count();
    }

    /** As {@code patch} reads it, with a file name. */
    public String unified(String file) {
        return "--- a/" + file + "\n+++ b/" + file + "\n"
                + hunks.stream()
                        .map(hunk -> "@@ -" + hunk.from() + "," + hunk.removed() + " +" + hunk.to() + "," + hunk.added()
                                + " @@\n"
                                + hunk.lines().stream()
                                        .map(line -> line.mark().sign() + line.text() + "\n")
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining());
    }
}
