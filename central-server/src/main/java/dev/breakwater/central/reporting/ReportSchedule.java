package dev.breakwater.central.reporting;

/**
 * When a report is made by itself.
 *
 * @param cron five fields: minute, hour, day of the month, month, day of the week
 * @param zone the time zone in which they are meant, such as {@code Europe/Berlin}
 * @param enabled {@code false} = it rests
 */
public record ReportSchedule(String cron, String zone, boolean enabled) {}
