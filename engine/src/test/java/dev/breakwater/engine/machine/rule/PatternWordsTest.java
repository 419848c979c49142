package dev.breakwater.engine.machine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternWordsTest {

    @Test
    void whatIsExpectedIsToldInWords() {
        assertThat(PatternWords.of("\\S")).isEqualTo("not empty");
        assertThat(PatternWords.of("^127\\.0\\.0\\.1(:|$)")).isEqualTo("127.0.0.1");
        assertThat(PatternWords.of("(?i)^(syslog|halt|single)$")).isEqualTo("syslog or halt or single");
        assertThat(PatternWords.of("^tcp://")).isEqualTo("beginning with tcp://");
        assertThat(PatternWords.of("^[1-9]\\d*[smh]?$")).isEqualTo("a value of another form");
    }

    @Test
    void aValueIsNoPattern() {
        assertThat(PatternWords.isPattern("cluster-admin")).isFalse();
        assertThat(PatternWords.isPattern("true")).isFalse();
        assertThat(PatternWords.isPattern("system:.*")).isTrue();
    }
}
