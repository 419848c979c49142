package dev.breakwater.central.detection;

import dev.breakwater.central.detection.ViolationTrend.Day;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads how violations moved. The days are counted by a job, see {@code violation_days}. */
@Service
public class ViolationTrends {

    /** The longest trend, in days; older days are forgotten. */
    public static final int MOST_DAYS = 400;

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    private final SharedAnswers answers;

    private record Wanted(PlaceFilter place, LocalDate from, AccessScope scope, Map<LocalDate, Instant> counted) {}

    ViolationTrends(DataSource dataSource, Clock clock, SharedAnswers answers) {
        this.answers = answers;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.clock = clock;
    }

    /**
     * The last days, today included, within a place and what the reader may see.
     *
     * @param days 1 to {@link #MOST_DAYS}
     */
    public ViolationTrend trend(PlaceFilter place, int days, AccessScope scope) {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidRequest("days", String.valueOf(days), "a number from 1 to " + MOST_DAYS);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<LocalDate, Instant> counted = counted(today.minusDays(days - 1L), today);
        if (counted.isEmpty()) {
            return new ViolationTrend(List.of(), null);
        }
        LocalDate from = today.minusDays(days - 1L);
        // The days change only when they are counted again, so an answer holds for as long as it is kept.
        TreeMap<LocalDate, Day> known =
                answers.get(new Wanted(place, from, scope, counted), () -> rows(place, from, scope));
        List<Day> all = new ArrayList<>();
        LocalDate last = ((TreeMap<LocalDate, Instant>) counted).lastKey();
        if (!known.isEmpty()) {
            for (LocalDate day = known.firstKey(); !day.isAfter(last); day = day.plusDays(1)) {
                all.add(known.getOrDefault(day, nothing(day)));
            }
        }
        return new ViolationTrend(all, counted.get(last));
    }

    private TreeMap<LocalDate, Instant> counted(LocalDate from, LocalDate to) {
        TreeMap<LocalDate, Instant> counted = new TreeMap<>();
        jdbc.query(
                "select day, rolled_at from violation_day_marks where day between :from and :to",
                Map.of("from", from, "to", to),
                row -> {
                    counted.put(row.getObject("day", LocalDate.class), Sql.instant(row, "rolled_at"));
                });
        return counted;
    }

    private TreeMap<LocalDate, Day> rows(PlaceFilter place, LocalDate from, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select d.day, d.severity, sum(d.open) as open, sum(d.opened) as opened, sum(d.closed) as closed,"
                + " sum(d.fixed) as fixed, sum(d.fix_seconds) as fix_seconds from violation_days d where d.day >= "
                + parameters.add(from) + " and " + place.where(PlaceFilter.Columns.of("d"), scope, parameters)
                + " group by d.day, d.severity";
        TreeMap<LocalDate, Day> days = new TreeMap<>();
        jdbc.query(sql, parameters.values(), row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            int severity = row.getInt("severity");
            days.merge(
                    day,
                    new Day(
                            day,
                            BySeverity.of(severity, row.getLong("open")),
                            BySeverity.of(severity, row.getLong("opened")),
                            BySeverity.of(severity, row.getLong("closed")),
                            BySeverity.of(severity, row.getLong("fixed")),
                            BySeverity.of(severity, row.getLong("fix_seconds"))),
                    ViolationTrends::together);
        });
        return days;
    }

    private static Day together(Day one, Day other) {
        return new Day(
                one.day(),
                one.open().plus(other.open()),
                one.opened().plus(other.opened()),
                one.closed().plus(other.closed()),
                one.fixed().plus(other.fixed()),
                one.fixSeconds().plus(other.fixSeconds()));
    }

    private static Day nothing(LocalDate day) {
        return new Day(day, BySeverity.NONE, BySeverity.NONE, BySeverity.NONE, BySeverity.NONE, BySeverity.NONE);
    }
}
