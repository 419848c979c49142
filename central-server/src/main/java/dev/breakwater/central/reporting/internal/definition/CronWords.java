package dev.breakwater.central.reporting.internal.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what the five fields of a schedule mean. */
final class CronWords {

    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> DAY_NAMES = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final List<String> MONTHS = List.of(
            "",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> MONTH_NAMES =
            List.of("", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private CronWords() {}

    /** @param cron five fields in upper case, one minute first */
    static String of(String cron) {
        String[] fields = cron.split(" ");
        String days = days(fields[2], fields[4]);
        String months = any(fields[3]) ? "" : " in " + list(fields[3], MONTH_NAMES, MONTHS);
        return times(fields[0], fields[1], days) + months;
    }

    private static String times(String minute, String hours, String days) {
        int at = Integer.parseInt(minute);
        if (hours.matches("[0-9]+(,[0-9]+)*")) {
            String times = joined(Arrays.stream(hours.split(","))
                    .map(hour -> String.format(Locale.ROOT, "%02d:%02d", Integer.parseInt(hour), at))
                    .toList());
            return days + " at " + times;
        }
        String every = "";
        if (any(hours)) {
            every = "every hour";
        } else if (hours.matches("(\\*|0)/[0-9]+")) {
            every = "every " + hours.substring(hours.indexOf('/') + 1) + " hours";
        } else if (hours.matches("[0-9]+-[0-9]+")) {
            every = "every hour from " + hours.replace("-", " to ") + " o'clock";
        } else {
            every = "in the hours " + hours;
        }
        return every + " at minute " + at + ", " + days;
    }

    private static String days(String ofMonth, String ofWeek) {
        if (any(ofMonth) && any(ofWeek)) {
            return "every day";
        }
        if (any(ofMonth)) {
            return week(ofWeek);
        }
        String month = "on " + dayOfMonth(ofMonth) + " of the month";
        return any(ofWeek) ? month : month + ", if that is a day of these: " + week(ofWeek);
    }

    private static String week(String field) {
        if (field.equals("MON-FRI") || field.equals("1-5")) {
            return "on weekdays";
        }
        if (field.indexOf('#') > 0) {
            String[] parts = field.split("#");
            List<String> which = List.of("", "first", "second", "third", "fourth", "fifth");
            int number = Integer.parseInt(parts[1]);
            return "on the " + which.get(Math.min(number, which.size() - 1)) + " " + name(parts[0], DAY_NAMES, DAYS)
                    + " of the month";
        }
        if (field.endsWith("L") && field.length() > 1) {
            return "on the last " + name(field.substring(0, field.length() - 1), DAY_NAMES, DAYS) + " of the month";
        }
        return "every " + list(field, DAY_NAMES, DAYS);
    }

    private static String dayOfMonth(String field) {
        return switch (field) {
            case "L" -> "the last day";
            case "LW" -> "the last weekday";
            default ->
                field.endsWith("W")
                        ? "the weekday nearest to day " + field.substring(0, field.length() - 1)
                        : "day " + joined(List.of(field.split(","))).replace("-", " to ");
        };
    }

    private static String list(String field, List<String> shortNames, List<String> names) {
        List<String> parts = new ArrayList<>();
        for (String part : field.split(",")) {
            parts.add(Arrays.stream(part.split("-"))
                    .map(end -> name(end, shortNames, names))
                    .collect(Collectors.joining(" to ")));
        }
        return joined(parts);
    }

    private static String name(String value, List<String> shortNames, List<String> names) {
        int index = shortNames.indexOf(value);
        if (index < 0 && value.matches("[0-9]{1,2}")) {
            index = Integer.parseInt(value);
        }
        return index >= 0 && index < names.size() ? names.get(index) : value;
    }

    private static String joined(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    private static boolean any(String field) {
        return field.equals("*") || field.equals("?");
    }
}
