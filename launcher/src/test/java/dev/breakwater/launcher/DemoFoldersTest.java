package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFoldersTest {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasChangedUntilTheCheckoutChanges() throws Exception {
        Path source = Files.createDirectories(folder.resolve("demo"));
        Path original =
                Files.createDirectories(source.resolve("prod-eu/cluster-scope")).resolve("nodes.yaml");
        Files.writeString(original, "kind: Node\n");
        Path place = folder.resolve("data/demo-fleet");

        Path first = DemoFolders.copied(source, place);
        Path copy = first.resolve("prod-eu/cluster-scope/nodes.yaml");
        Files.writeString(copy, "kind: Node\nspec: {unschedulable: true}\n");

        assertThat(DemoFolders.copied(source, place)).isEqualTo(first);
        assertThat(copy).content().contains("unschedulable");
        assertThat(original).hasContent("kind: Node\n");

        Files.writeString(original, "kind: Node\nmetadata: {name: new}\n");
        Path second = DemoFolders.copied(source, place);
        assertThat(second.resolve("prod-eu/cluster-scope/nodes.yaml")).content().contains("new");
        assertThat(first).doesNotExist();
    }
}
