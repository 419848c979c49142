package dev.breakwater.scanner.system.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.system.FileContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpmReaderTest {

    @TempDir
    private Path folder;

    private final RpmReader reader = new RpmReader();

    private List<InstalledPackage> read(String name, byte[] bytes) throws Exception {
        return reader.read(FileContent.of("var/lib/rpm/" + name, bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 4096, 65536})
    void readsTablesOfManyPagesAndHeadersOverManyPages(int pageSize) throws Exception {
        List<byte[]> headers = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            headers.add(RpmDatabases.header("package-" + i, "1." + i, "2.el9", i % 3, i * 37 % 9000));
        }
        List<InstalledPackage> packages = read("rpmdb.sqlite", RpmDatabases.sqlite(folder, pageSize, headers));
        assertThat(packages).hasSize(700);
        assertThat(packages.get(4)).satisfies(one -> {
            assertThat(one.version()).isEqualTo("1:1.4-2.el9");
            assertThat(one.sourcePackage()).isEqualTo("package-4-src");
            assertThat(one.sourceVersion()).isEqualTo("1:1.4-2.el9");
        });
    }

    @Test
    void spoolsADatabaseThatIsTooLargeForMemoryAndLeavesNothingBehind() throws Exception {
        List<byte[]> headers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            headers.add(RpmDatabases.header("package-" + i, "1", "1", 0, 500_000));
        }
        byte[] bytes = RpmDatabases.sqlite(folder, 4096, headers);
        assertThat(bytes.length).isGreaterThan(17 << 20);
        assertThat(read("rpmdb.sqlite", bytes)).hasSize(40);
    }

    @Test
    void readsNdbWithEmptySlots() throws Exception {
        List<byte[]> headers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            headers.add(RpmDatabases.header("package-" + i, "1", "2", 0, i));
        }
        byte[] bytes = RpmDatabases.ndb(headers);
        assertThat(read("Packages.db", bytes)).hasSize(300);
        assertThatThrownBy(() -> read("Packages.db", java.util.Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(UnreadableEntry.class);
    }

    @Test
    void leavesOutKeysAndSaysWhatItCannotRead() throws Exception {
        byte[] bytes = RpmDatabases.sqlite(
                folder,
                4096,
                List.of(RpmDatabases.header("gpg-pubkey", "1", "1", 0, 0), RpmDatabases.header("acl", "2", "1", 0, 0)));
        assertThat(read("rpmdb.sqlite", bytes))
                .extracting(InstalledPackage::name)
                .containsExactly("acl");
        assertThat(read("rpmdb.sqlite-wal", new byte[0])).isEmpty();
        assertThatThrownBy(() -> read("rpmdb.sqlite-wal", new byte[9])).isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> read("Packages", new byte[4096])).isInstanceOf(UnreadableEntry.class);
    }
}
