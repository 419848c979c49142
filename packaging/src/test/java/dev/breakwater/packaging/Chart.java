package dev.breakwater.packaging;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import dev.breakwater.engine.kubernetes.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One of our charts, as Helm sees it. */
enum Chart {
    CENTRAL("central"),
    SENSOR("sensor");

    /** An old cluster, which knows PodDisruptionBudget as beta only. */
    static final String OLD = "1.20.2";

    static final String NEW = "1.34.0";

    /** The checkout; the tests run in the folder of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private final String name;

    Chart(String name) {
        this.name = name;
    }

    Path folder() {
        return ROOT.resolve("helm").resolve(name);
    }

    /** The values files that it is tried with. */
    List<Path> cases() {
        try (Stream<Path> files = Files.list(folder().resolve("ci"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path values(String name) {
        return folder().resolve("ci").resolve(name + "-values.yaml");
    }

    LintResult lint() {
        return new Helm(folder()).lint().strict().call();
    }

    /** The text that {@code helm template} prints. */
    String template(Path values, String kubeVersion, Map<String, String> set) {
        return template(folder(), values, kubeVersion, set);
    }

    private String template(Path chart, Path values, String kubeVersion, Map<String, String> set) {
        TemplateCommand command = new Helm(chart)
                .template()
                .withName("breakwater-" + name)
                .withNamespace("breakwater")
                .withKubeVersion(kubeVersion)
                .withValuesFile(values);
        set.forEach(command::set);
        return command.call();
    }

    /** Everything that it makes, the pods of {@code helm test} among it, which Helm itself leaves out of what it prints. */
    List<JsonNode> objects(Path values, String kubeVersion) {
        try {
            Path copy = Files.createTempDirectory("chart");
            try (Stream<Path> files = Files.walk(folder())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(folder().relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.writeString(target, Files.readString(file).replaceAll("(?m)^ *helm\\.sh/hook: test\n", ""));
                }
            }
            Manifests.Reading reading = Manifests.read(template(copy, values, kubeVersion, Map.of()));
            if (!reading.problems().isEmpty()) {
                throw new AssertionError(values + " renders what cannot be read: " + reading.problems());
            }
            return reading.objects();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
