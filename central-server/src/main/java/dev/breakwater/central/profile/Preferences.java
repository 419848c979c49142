package dev.breakwater.central.profile;

import dev.breakwater.central.platform.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a person likes the console.
 *
 * @param singleKeys whether keys without Ctrl do something
 * @param columns keys of the columns that are seen, by the name of the list; a list that is missing has its own choice
 */
public record Preferences(Theme theme, Density density, boolean singleKeys, Map<String, List<String>> columns) {

    /** What somebody has who chose nothing. */
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, Density.COMPACT, true, Map.of());

    private static final int MOST_LISTS = 50;
    private static final int MOST_COLUMNS = 40;
    private static final int LONGEST_KEY = 64;

    /** Colours of the page. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Height of the rows of lists. */
    public enum Density {
        COMPACT,
        NORMAL,
        COMFORTABLE
    }

    public Preferences {
        if (columns.size() > MOST_LISTS) {
            throw new InvalidRequest("columns", columns.size() + " lists", "at most " + MOST_LISTS + " lists");
        }
        Map<String, List<String>> kept = new TreeMap<>();
        columns.forEach((list, keys) -> {
            boolean tooLong = list.length() > LONGEST_KEY || keys.stream().anyMatch(key -> key.length() > LONGEST_KEY);
            if (tooLong || keys.size() > MOST_COLUMNS) {
                throw new InvalidRequest(
                        "columns/" + list.substring(0, Math.min(LONGEST_KEY, list.length())),
                        keys.size() + " columns",
                        "at most " + MOST_COLUMNS + " keys of at most " + LONGEST_KEY + " characters");
            }
            kept.put(list, List.copyOf(keys));
        });
        columns = Map.copyOf(kept);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(other, density, singleKeys, columns);
    }

    public Preferences withDensity(Density other) {
        return new Preferences(theme, other, singleKeys, columns);
    }

    public Preferences withSingleKeys(boolean on) {
        return new Preferences(theme, density, on, columns);
    }

    /** With another choice of columns for a list; none = the list's own. */
    public Preferences withColumns(String list, List<String> keys) {
        Map<String, List<String>> changed = new TreeMap<>(columns);
        if (keys.isEmpty()) {
            changed.remove(list);
        } else {
            changed.put(list, keys);
        }
        return new Preferences(theme, density, singleKeys, changed);
    }
}
