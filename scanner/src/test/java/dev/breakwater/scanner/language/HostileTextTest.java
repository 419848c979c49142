package dev.breakwater.scanner.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.sbom.Documents;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Text that is made to cost time or memory: megabytes of it end within seconds. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTextTest {

    @Test
    void tablesWithoutEndAreParsedOneByOne() throws Exception {
        assertThat(Given.file("uv.lock", "[[package]]\n".repeat(300_000)).found())
                .isEmpty();
        assertThatThrownBy(() -> Given.file("uv.lock", "[[package]]\n" + "k.a.b.c.d=1\n".repeat(300_000))
                        .packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("has a table of more than 262144 characters");
        assertThatThrownBy(() -> Given.file("Cargo.lock", "[[package]]\na=" + "[".repeat(100_000))
                        .packages())
                .isInstanceOf(UnreadableEntry.class);
    }

    @Test
    void blanksAreRefusedInOnePass() throws Exception {
        String line = "a" + " ".repeat(9_900) + "x\n";
        assertThat(Given.file("requirements.txt", line.repeat(1_000)).found()).isEmpty();
        assertThat(Given.file("a.egg-info/PKG-INFO", "Name: a\nVersion: 1\nSummary: x\n" + " y\n".repeat(80_000) + "\n")
                        .found())
                .containsExactly("a 1");
    }

    @Test
    void nestingEndsInAReason() {
        assertThatThrownBy(() -> Given.file("package-lock.json", "{\"packages\":" + "{\"a\":".repeat(1_000_000))
                        .packages())
                .isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> Given.file("pnpm-lock.yaml", "packages: " + "[".repeat(200_000))
                        .packages())
                .isInstanceOf(UnreadableEntry.class);
    }

    @Test
    void aTextWithoutEndIsLookedAtOnce() {
        byte[] document = ("SPDXVersion: SPDX-2.3\nPackageComment: <text>" + "a\n".repeat(3_000_000))
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Documents.read(document))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage("The document has a <text> that does not end");
    }
}
