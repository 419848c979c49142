package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.watch.folder.FolderSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoSecretLeavesTest {

    @Test
    void noneOfFiftyPlantedValuesIsInTheBytesForCentral(@TempDir Path folder) throws Exception {
        Planted planted = new Planted();
        Files.writeString(folder.resolve("planted.yaml"), planted.yaml());
        FactStore facts = new FactStore(1_000);
        FolderSource source = new FolderSource(
                "c1", List.of(folder), new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])), facts);

        source.readOnce();

        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (UUID id : facts.beginComparison()) {
            Fact fact = facts.get(id);
            wire.writeBytes(fact.state().toByteArray());
        }
        source.status().toReport().writeTo(wire);
        String sent = wire.toString(StandardCharsets.ISO_8859_1);
        assertThat(source.status().problems()).isEmpty();
        assertThat(planted.values()).hasSize(50).doesNotHaveDuplicates();
        assertThat(planted.values()).allSatisfy(value -> {
            assertThat(sent).doesNotContain(value);
            assertThat(sent).doesNotContain(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(sent).contains("planted-7", "DB_PASSWORD", "sh.helm.release.v1.shop.v1");
        assertThat(facts.size()).isEqualTo(9 + 1 + 1 + 1 + 1);
    }
}
