package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicySchemaTest {

    private static final Path FILE = Path.of("..", "docs", "reference", "policy.schema.json");

    @Test
    void theReferenceSaysWhatTheCodeDoes() throws IOException {
        if (Boolean.getBoolean("breakwater.reference.write")) {
            Files.writeString(FILE, PolicySchema.json());
        }
        assertThat(Files.readString(FILE))
                .as("stale: run this test with -Dbreakwater.reference.write=true")
                .isEqualTo(PolicySchema.json());
    }
}
