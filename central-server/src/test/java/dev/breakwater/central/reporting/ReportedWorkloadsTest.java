package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.platform.FilterExpression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose workloads a filter speaks of. */
class ReportedWorkloadsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|platform:no",
                "cluster:a|cluster:a platform:no",
                "platform:yes|platform:yes",
                "!platform:yes|!platform:yes",
                "platform:yes,no|platform:yes,no"
            })
    void leavesThePlatformOutUnlessTheFilterSpeaksOfIt(String filter, String usual) {
        assertThat(ReportedWorkloads.usual(FilterExpression.parse(filter))).hasToString(usual);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cluster:a|with what the platform itself runs",
                "platform:yes,no|with what the platform itself runs",
                "platform:no|without what the platform itself runs",
                "!platform:true|without what the platform itself runs",
                "platform:yes|only what the platform itself runs",
                "platform:yes platform:no|neither what the platform runs nor anything else"
            })
    void saysWhatIsLeft(String filter, String words) {
        assertThat(ReportedWorkloads.words(FilterExpression.parse(filter))).isEqualTo(words);
    }
}
