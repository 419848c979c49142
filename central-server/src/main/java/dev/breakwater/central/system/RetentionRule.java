package dev.breakwater.central.system;

import java.util.List;

/**
 * How long a capability keeps data that would else grow for ever. Each capability declares its own as beans; they are
 * carried out together.
 *
 * @param name its name in {@code breakwater.retention.days.<name>}, metrics and pages
 * @param what what is deleted, in words
 * @param days how long it is kept unless configured otherwise
 * @param tables the tables that it keeps small, for the forecast
 * @param delete a statement that deletes some of what is too old; its parameters are the instant before which it is, as a
 *     text, and how many rows at the most
 */
public record RetentionRule(String name, String what, int days, List<String> tables, String delete) {

    public RetentionRule {
        tables = List.copyOf(tables);
    }

    /**
     * Deletes rows of one table by their time.
     *
     * @param table with a column {@code at}
     */
    public static RetentionRule byTime(String name, String what, int days, String table) {
        return new RetentionRule(name, what, days, List.of(table), """
                delete from %1$s where ctid = any (array(
                    select ctid from %1$s where at < ?::timestamptz limit ?))
                """.formatted(table));
    }
}
