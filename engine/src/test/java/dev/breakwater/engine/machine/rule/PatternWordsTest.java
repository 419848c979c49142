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
    void aLineThatIsAskedForIsToldInWordsOrNotAtAll() {
        assertThat(PatternWords.line("\\((enforce|complain)\\)$")).isEqualTo("ending with (enforce or complain)");
        assertThat(PatternWords.line("^\\s*-e\\s+2\\b")).isEqualTo("beginning with -e 2");
        assertThat(PatternWords.line("^-A INPUT -s 127\\.0\\.0\\.0/8 .*-j DROP"))
                .isEqualTo("beginning with -A INPUT -s 127.0.0.0/8 … -j DROP");
        assertThat(PatternWords.line("^\\s*autorun-never\\s*=\\s*true"))
                .isEqualTo("beginning with autorun-never = true");
        assertThat(PatternWords.line("^:INPUT (DROP|REJECT)\\b")).isEqualTo("beginning with :INPUT DROP or REJECT");
        assertThat(PatternWords.line("^\\s*(server|pool)\\s+\\S")).isEqualTo("beginning with server or pool …");
        assertThat(PatternWords.line("^[^:]+:([^x:]|x[^:]|:)")).isEmpty();
    }

    @Test
    void aValueIsNoPattern() {
        assertThat(PatternWords.isPattern("cluster-admin")).isFalse();
        assertThat(PatternWords.isPattern("true")).isFalse();
        assertThat(PatternWords.isPattern("system:.*")).isTrue();
    }
}
