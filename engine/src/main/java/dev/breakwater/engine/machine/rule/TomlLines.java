package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a TOML file, line by line: enough to read what configurations of container runtimes hold. Tables inside a line are
 * kept as text.
 */
final class TomlLines {

    /**
     * One setting.
     *
     * @param table the table that it stands in as it is written, without brackets; empty = at the top
     * @param key empty = this is the head of the table itself
     * @param value as it is written, an array of several lines on one
     */
    record Setting(String table, String key, String value) {

        /** The strings in it, without quotes. */
        List<String> strings() {
            return quoted(value);
        }

        boolean isTrue() {
            return value.equals("true");
        }
    }

    private TomlLines() {}

    static List<Setting> of(String text) {
        List<Setting> settings = new ArrayList<>();
        String table = "";
        StringBuilder open = new StringBuilder();
        for (String written : (Iterable<String>) text.lines()::iterator) {
            String line = withoutComment(written).strip();
            if (line.isEmpty()) {
                continue;
            }
            if (open.isEmpty() && line.startsWith("[")) {
                table = line.replaceAll("^\\[+\\s*", "").replaceAll("\\s*]+$", "");
                settings.add(new Setting(table, "", ""));
                continue;
            }
            open.append(open.isEmpty() ? "" : " ").append(line);
            if (depth(open) <= 0) {
                add(settings, table, open.toString());
                open.setLength(0);
            }
        }
        if (!open.isEmpty()) {
            add(settings, table, open.toString());
        }
        return settings;
    }

    private static void add(List<Setting> settings, String table, String line) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            settings.add(new Setting(
                    table,
                    line.substring(0, equals).strip().replace("\"", ""),
                    line.substring(equals + 1).strip()));
        }
    }

    /** How many brackets are open at the end. */
    private static int depth(CharSequence line) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            }
        }
        return depth;
    }

    private static String withoutComment(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#') {
                return line.substring(0, i);
            }
        }
        return line;
    }

    /** What stands in quotes. */
    static List<String> quoted(String text) {
        List<String> found = new ArrayList<>();
        int from = -1;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                from = i + 1;
            } else if (quote != 0 && c == quote) {
                found.add(text.substring(from, i));
                quote = 0;
            }
        }
        return found;
    }
}
