package dev.breakwater.sensor.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.compliance.MachineChecks;
import dev.breakwater.sensor.node.LookedPaths.Looked;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LookedPathsTest {

    @Test
    void whatChecksAskForIsLookedAt() {
        List<Pattern> looked = LookedPaths.all().stream()
                .map(Looked::pattern)
                .map(pattern -> Pattern.compile("\\Q" + pattern.replace("*", "\\E[^/]*\\Q") + "\\E"))
                .toList();
        assertThat(MachineChecks.paths())
                .allSatisfy(path -> assertThat(looked)
                        .as(path)
                        .anyMatch(pattern -> pattern.matcher(path).matches()));
    }
}
