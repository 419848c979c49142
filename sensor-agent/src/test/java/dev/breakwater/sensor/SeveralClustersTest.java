package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

class SeveralClustersTest {

    @Command
    static class Groups {
        @ArgGroup(exclusive = false, multiplicity = "1..*")
        List<ClusterOptions> clusters = new ArrayList<>();
    }

    @Test
    void keepsTheFoldersOfEachClusterApart() {
        Groups groups = new Groups();
        new CommandLine(groups)
                .parseArgs(
                        "--cluster",
                        "a",
                        "--manifests",
                        "a1",
                        "--manifests",
                        "a2",
                        "--cluster",
                        "b",
                        "--manifests",
                        "b1",
                        "--cluster",
                        "c",
                        "--manifests",
                        "c1");

        assertThat(groups.clusters)
                .extracting(ClusterOptions::manifests)
                .containsExactly(List.of(Path.of("a1"), Path.of("a2")), List.of(Path.of("b1")), List.of(Path.of("c1")));
    }
}
