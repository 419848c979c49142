package dev.breakwater.scanner.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Why a file could not be read, which is shown to people. */
class UnreadableEntryTest {

    @Test
    void hostileNamesInAReasonStayOnOneShortLine() {
        String name = "a\nb\u0000c\u2028d\u202Ee.jar";
        UnreadableEntry entry = new UnreadableEntry("holds " + name + ", which is damaged");
        assertThat(entry.getMessage()).isEqualTo("holds a b c d e.jar, which is damaged");
        assertThat(new UnreadableEntry("x".repeat(10_000)).getMessage()).hasSize(500);
    }
}
