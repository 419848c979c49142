package dev.breakwater.engine.policy.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CriteriaReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "criteria.md");

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        if (Boolean.getBoolean("breakwater.reference.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, CriteriaReference.page());
        }
        assertThat(Files.readString(PAGE))
                .as("stale: run this test with -Dbreakwater.reference.write=true")
                .isEqualTo(CriteriaReference.page());
    }
}
