package dev.breakwater.scanner;

import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.scanner.language.LanguageReaders;
import dev.breakwater.scanner.layer.Digesting;
import dev.breakwater.scanner.layer.FileWatch;
import dev.breakwater.scanner.layer.LayerWalk;
import dev.breakwater.scanner.layer.SystemPaths;
import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.secret.SecretScan;
import dev.breakwater.scanner.source.ConfigReader;
import dev.breakwater.scanner.system.OsRelease;
import dev.breakwater.scanner.system.SystemReaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a scanner is made of.
 *
 * @param revision changes whenever a reader reads more, or otherwise
 * @param silence how long a source may send nothing
 */
record ScannerParts(
        LayerWalk.Readers readers, ConfigReader config, SecretScan secrets, String revision, Duration silence) {

    /** Raised whenever a reader that stays the same class reads more, or otherwise. */
    private static final int REVISION = 2;

    static ScannerParts all() {
        List<PackageReader> packages = Stream.of(SystemReaders.all(), LanguageReaders.all())
                .flatMap(List::stream)
                .toList();
        SecretScan secrets = SecretScan.standard();
        return new ScannerParts(
                new LayerWalk.Readers(packages, new OsRelease(), secrets, new FileWatch(), new SystemPaths()),
                new ConfigReader(secrets::redactVariable, secrets::redactInstruction),
                secrets,
                revision(packages),
                Duration.ofSeconds(60));
    }

    /** Secrets in the configuration of an image: in its environment and in what its history says. */
    List<FoundSecret> secretsOf(JsonNode image) {
        return ConfigReader.tellingTexts(image).entrySet().stream()
                .flatMap(text -> secrets.findIn(text.getKey(), text.getValue()).stream())
                .distinct()
                .toList();
    }

    private static String revision(List<PackageReader> packages) {
        String names = packages.stream()
                .map(reader -> reader.getClass().getName())
                .sorted()
                .collect(Collectors.joining(" "));
        return REVISION + "-"
                + Digesting.sha256(names.getBytes(StandardCharsets.UTF_8)).substring(7, 19);
    }
}
