package dev.breakwater.sensor.scan;

import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.registry.PullSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The access to a registry by the pull secrets that were given. */
final class PullAccess {

    private static final Logger LOG = LoggerFactory.getLogger(PullAccess.class);
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 200;

    private final ScanningSettings settings;

    PullAccess(ScanningSettings settings) {
        this.settings = settings;
    }

    RegistryAccess to(ImageName image) {
        RegistryAccess access = RegistryAccess.anonymous(image.registry());
        for (Path file : files()) {
            Optional<RegistryAccess> found = secret(file, image);
            if (found.isPresent()) {
                access = found.get();
                break;
            }
        }
        if (settings.plainHttp().contains(image.registry())) {
            access = access.allowingPlainHttp();
        }
        Path trusted = settings.trusted();
        if (trusted != null) {
            try {
                access = access.trusting(Files.readString(trusted));
            } catch (IOException e) {
                LOG.warn("certificates to trust cannot be read file={} reason={}", trusted, e.getMessage());
            }
        }
        return access;
    }

    private static Optional<RegistryAccess> secret(Path file, ImageName image) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                LOG.warn("pull secret left out, it is too large file={}", file);
                return Optional.empty();
            }
            return PullSecrets.read(Files.readString(file)).of(image.registry(), image.repository());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("pull secret left out file={} reason={}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Folders are those of mounted secrets: files in them or one below, none that Kubernetes keeps beside (..data). */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path given : settings.pullSecrets()) {
            if (Files.isRegularFile(given)) {
                files.add(given);
                continue;
            }
            try (Stream<Path> found = Files.find(
                    given,
                    2,
                    (path, attributes) ->
                            Files.isRegularFile(path) && !path.toString().contains("/.."))) {
                found.sorted().limit(MOST_FILES).forEach(files::add);
            } catch (IOException e) {
                LOG.warn("pull secrets cannot be read folder={} reason={}", given, e.getMessage());
            }
        }
        return files;
    }
}
