package dev.breakwater.cli.image;

import dev.breakwater.cli.central.EnvironmentProxies;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.FileLayerCache;
import dev.breakwater.scanner.ImageRequest;
import dev.breakwater.scanner.ImageScanner;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.LayerCache;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.ScanProgress;
import dev.breakwater.scanner.registry.PullSecrets;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One look into an image, and at what feeds say of it. */
public final class ImageLook {

    /** Name of a registry's user, in the environment. */
    public static final String USER = "BREAKWATER_REGISTRY_USER";

    /** Password of that user, in the environment. */
    public static final String PASSWORD = "BREAKWATER_REGISTRY_PASSWORD";

    private static final long CACHE_BYTES = 512L << 20;

    private final Map<String, String> environment;

    /** @param environment credentials, proxies and the folder of Docker's configuration are taken from it */
    public ImageLook(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Looks.
     *
     * @param cache where contents of layers are kept, {@code null} = nowhere
     * @param plainHttp is told registries that were reached by plain http
     */
    public ImageContents at(ImageRequest request, @Nullable Path cache, Consumer<String> plainHttp) throws IOException {
        ProxySelector.setDefault(EnvironmentProxies.of(environment));
        ImageScanner scanner = new ImageScanner(
                cache == null ? LayerCache.NONE : new FileLayerCache(cache, CACHE_BYTES), ScanLimits.DEFAULT);
        return scanner.scan(request, new ScanProgress() {
            @Override
            public void at(int layersDone, int layers, long bytes) {
                // Pipelines have no use for a bar.
            }

            @Override
            public void plainHttp(String host) {
                plainHttp.accept(host);
            }
        });
    }

    /**
     * A registry's image, with the credentials of the environment, else of Docker's configuration.
     *
     * @param plainHttp whether that is allowed
     * @param caFile certificates to trust, {@code null} = those of Java
     * @param mirrors hosts to ask first
     */
    public ImageSource.Registry registry(
            String reference,
            boolean plainHttp,
            @Nullable Path caFile,
            @Nullable Path dockerConfig,
            List<String> mirrors)
            throws IOException {
        ImageName name = ImageName.parse(reference);
        String pem = caFile == null ? "" : Files.readString(caFile);
        RegistryAccess access = access(name.registry(), name.repository(), dockerConfig);
        List<RegistryAccess> others = new ArrayList<>();
        for (String mirror : mirrors) {
            RegistryAccess one = stored(mirror, name.repository(), dockerConfig).trusting(pem);
            others.add(plainHttp ? one.allowingPlainHttp() : one);
        }
        access = access.trusting(pem).mirroredBy(others);
        return new ImageSource.Registry(reference, plainHttp ? access.allowingPlainHttp() : access);
    }

    private RegistryAccess access(String host, String repository, @Nullable Path dockerConfig) throws IOException {
        String user = environment.getOrDefault(USER, "");
        return user.isEmpty()
                ? stored(host, repository, dockerConfig)
                : RegistryAccess.anonymous(host).as(user, environment.getOrDefault(PASSWORD, ""));
    }

    private RegistryAccess stored(String host, String repository, @Nullable Path dockerConfig) throws IOException {
        Path file = dockerConfig == null ? usualConfig() : dockerConfig;
        if (dockerConfig == null && !Files.isRegularFile(file)) {
            return RegistryAccess.anonymous(host);
        }
        try {
            return PullSecrets.read(Files.readString(file))
                    .of(host, repository)
                    .orElseGet(() -> RegistryAccess.anonymous(host));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path usualConfig() {
        String folder = environment.getOrDefault("DOCKER_CONFIG", "");
        return folder.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", "."), ".docker", "config.json")
                : Path.of(folder, "config.json");
    }
}
