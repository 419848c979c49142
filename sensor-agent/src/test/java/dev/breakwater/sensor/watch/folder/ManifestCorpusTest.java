package dev.breakwater.sensor.watch.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.FactCodec;
import dev.breakwater.manifests.ManifestFile;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.sensor.watch.ObjectTranslator;
import dev.breakwater.sensor.watch.OwnerIndex;
import dev.breakwater.sensor.watch.Translated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Real manifests of many projects: every file is read or reported, every kind that is inventoried arrives. */
class ManifestCorpusTest {

    private static final Set<String> INVENTORIED = Set.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "Job",
            "CronJob",
            "ReplicationController",
            "Pod",
            "Service",
            "Secret",
            "Namespace",
            "NetworkPolicy",
            "Ingress",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "ServiceAccount");

    @Test
    void everyFileIsReadOrReported() throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: the corpus of manifests is not read");
        Path manifests = Path.of(corpus, "manifests");
        Map<String, String> kindsOf = index(manifests);
        assertThat(kindsOf).hasSizeGreaterThan(1_000);

        for (Map.Entry<String, String> entry : kindsOf.entrySet()) {
            Path file = manifests.resolve(entry.getKey());
            if (Files.exists(file)) {
                read(file, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void read(Path file, String name, String kinds) {
        ManifestFile read = ManifestFile.read(file, name);
        assertThat(read.problems()).as(name).isEmpty();
        ObjectTranslator translator = new ObjectTranslator(
                "c1", new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])), new OwnerIndex());
        Set<String> arrived = new HashSet<>();
        for (ManifestFile.Located located : read.objects()) {
            JsonNode object = located.object();
            Translated translated = translator.translate(object);
            // Patches are among them: they arrive, and it is said what they lack.
            if (translated.problem() != null) {
                assertThat(translated.problem()).as(name).contains(" is not whole: ");
            }
            translated
                    .facts()
                    .forEach(
                            fact -> arrived.add(FactCodec.fromWire(fact.state()).kindName()));
        }
        for (String kind : kinds.split(",")) {
            if (INVENTORIED.contains(kind)) {
                assertThat(arrived).as(name).contains(kind);
            }
        }
    }

    private static Map<String, String> index(Path manifests) throws IOException {
        Map<String, String> kindsOf = new TreeMap<>();
        List<String> lines = Files.readAllLines(manifests.resolve("index.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t");
            kindsOf.put(columns[0], columns[2]);
        }
        return kindsOf;
    }
}
