package dev.breakwater.central.reporting.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.platform.InvalidRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 7 * * *|every day at 07:30",
                "0 7,19 * * *|every day at 07:00 and 19:00",
                "0 6 * * MON|every Monday at 06:00",
                "0 6 * * 1-5|on weekdays at 06:00",
                "15 6 * * mon,THU|every Monday and Thursday at 06:15",
                "0 6 1 * *|on day 1 of the month at 06:00",
                "0 6 L * *|on the last day of the month at 06:00",
                "0 6 ? * MON#1|on the first Monday of the month at 06:00",
                "0 6 1 1,4,7,10 *|on day 1 of the month at 06:00 in January, April, July and October",
                "5 * * * *|every hour at minute 5, every day",
                "5 */4 * * SAT|every 4 hours at minute 5, every Saturday"
            })
    void saysWhatItMeans(String cron, String words) {
        assertThat(CronSchedule.of(cron, "UTC").words(NOW).words()).isEqualTo(words + " (UTC)");
    }

    @Test
    void keepsTheHourOfTheDayWhereClocksChange() {
        CronSchedule daily = CronSchedule.of("30 7 * * *", "Europe/Berlin");

        assertThat(daily.words(Instant.parse("2027-03-26T12:00:00Z")).next())
                .containsExactly(
                        Instant.parse("2027-03-27T06:30:00Z"),
                        Instant.parse("2027-03-28T05:30:00Z"),
                        Instant.parse("2027-03-29T05:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * * *",
                "*/5 * * * *",
                "0,30 * * * *",
                "60 1 * * *",
                "0 25 * * *",
                "0 6 * *",
                "0 6 * * MON 2027",
                "0 6 30 2 *",
                "0 6 * * someday",
                "@daily"
            })
    void refusesWhatIsNoScheduleOrComesTooOften(String cron) {
        assertThatThrownBy(() -> CronSchedule.of(cron, "UTC"))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.field()).isEqualTo("schedule/cron"));
    }

    @Test
    void refusesAZoneThatThereIsNot() {
        assertThatThrownBy(() -> CronSchedule.of("0 6 * * *", "Mars/Olympus"))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.field()).isEqualTo("schedule/zone"));
    }
}
