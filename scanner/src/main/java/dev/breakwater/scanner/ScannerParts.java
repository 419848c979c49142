package dev.breakwater.scanner;

import dev.breakwater.scanner.layer.FileWatch;
import dev.breakwater.scanner.layer.LayerWalk;
import dev.breakwater.scanner.layer.SystemPaths;
import dev.breakwater.scanner.secret.SecretScan;
import dev.breakwater.scanner.source.ConfigReader;
import dev.breakwater.scanner.system.OsRelease;
import dev.breakwater.scanner.system.SystemReaders;
import java.time.Duration;

/**
 * What a scanner is made of.
 *
 * @param revision changes whenever a reader reads more, or otherwise
 * @param silence how long a source may send nothing
 */
record ScannerParts(LayerWalk.Readers readers, ConfigReader config, String revision, Duration silence) {

    private static final String REVISION = "1";

    static ScannerParts all() {
        SecretScan secrets = SecretScan.standard();
        return new ScannerParts(
                new LayerWalk.Readers(
                        SystemReaders.all(), new OsRelease(), secrets, new FileWatch(), new SystemPaths()),
                new ConfigReader(secrets::redactVariable, secrets::redactInstruction),
                REVISION,
                Duration.ofSeconds(60));
    }
}
