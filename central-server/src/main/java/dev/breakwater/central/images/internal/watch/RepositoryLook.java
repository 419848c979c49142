package dev.breakwater.central.images.internal.watch;

import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.registry.RegistryClient;
import dev.breakwater.scanner.source.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tags of a repository, and of some of them which image they name and when that was built. */
final class RepositoryLook {

    static final int MOST_TAGS = 5_000;

    /** Each takes three calls. */
    private static final int MOST_DATED = 25;

    private static final int LARGEST_CONFIG = 4 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A tag with what it names.
     *
     * @param builtAt {@code null} = the image does not say
     */
    record Named(String digest, @Nullable Instant builtAt) {}

    /**
     * What was read.
     *
     * @param tags all
     * @param named those that were asked for
     */
    record Seen(List<String> tags, Map<String, Named> named) {}

    private RepositoryLook() {}

    /**
     * Looks.
     *
     * @param wanted tags that are asked for first, as they run
     * @param known tags with numbers that were asked for before: these do not move
     */
    static Seen look(RegistryAccess access, String repository, Set<String> wanted, Set<String> known)
            throws IOException {
        try (RegistryClient client = new RegistryClient(access, host -> {})) {
            List<String> tags = client.tags(repository, MOST_TAGS);
            Map<String, Named> named = new TreeMap<>();
            List<String> ask = Stream.concat(
                            wanted.stream().filter(tags::contains),
                            tags.stream()
                                    .map(TagSeries::of)
                                    .sorted(Comparator.reverseOrder())
                                    .map(TagSeries::tag))
                    .distinct()
                    .filter(tag ->
                            !known.contains(tag) || TagSeries.of(tag).numbers().isEmpty())
                    .limit(MOST_DATED)
                    .toList();
            for (String tag : ask) {
                named.put(tag, named(client, repository, tag));
            }
            return new Seen(tags, named);
        }
    }

    private static Named named(RegistryClient client, String repository, String tag) throws IOException {
        BlobStore.Document document = client.manifest(repository, tag);
        JsonNode manifest = json(document.bytes());
        for (JsonNode one : manifest.path("manifests")) {
            if (one.path("platform").path("os").asString("").equals("linux")) {
                manifest = json(client.manifest(repository, one.path("digest").asString(""))
                        .bytes());
                break;
            }
        }
        String config = manifest.path("config").path("digest").asString("");
        return new Named(document.digest(), config.isEmpty() ? null : built(client, repository, config));
    }

    private static @Nullable Instant built(RegistryClient client, String repository, String config) throws IOException {
        try (InputStream blob = client.blob(repository, config)) {
            String created =
                    json(blob.readNBytes(LARGEST_CONFIG)).path("created").asString("");
            return created.isEmpty() ? null : OffsetDateTime.parse(created).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IOException("the registry's answer is no JSON", e);
        }
    }
}
