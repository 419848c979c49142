package dev.breakwater.scanner.registry;

import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.source.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One repository: at its mirrors, the first that has what is asked for, and at last at the registry itself. */
public final class RegistryStore implements BlobStore {

    private final ImageName name;
    private final List<RegistryClient> clients = new ArrayList<>();

    /**
     * The repository of a name.
     *
     * @param access its host is that of the name, or says by which other host the same images are had
     * @param plainHttp is told hosts that were reached by plain http
     */
    public RegistryStore(String reference, RegistryAccess access, Consumer<String> plainHttp) throws ScanFailed {
        this.name = ImageName.parse(reference);
        for (RegistryAccess each :
                Stream.concat(access.mirrors().stream(), Stream.of(access)).toList()) {
            clients.add(new RegistryClient(each, plainHttp));
        }
    }

    /** What to ask for first: the digest if the name has one, else the tag. */
    public String reference() {
        return name.digest() == null ? name.tag() : name.digest().value();
    }

    @Override
    public Document manifest(String reference) throws IOException {
        return first(client -> client.manifest(name.repository(), reference));
    }

    @Override
    public InputStream blob(String digest) throws IOException {
        return first(client -> client.blob(name.repository(), digest));
    }

    @Override
    public String nameOf(String reference) {
        return name.original();
    }

    /**
     * Manifests that refer to one: by the registry's list, else by the tag that clients keep where there is none (OCI distribution
     * specification 1.1, "Referrers Tag Schema").
     */
    public List<JsonNode> referrers(String digest) throws IOException {
        List<JsonNode> listed = first(client -> client.referrers(name.repository(), digest));
        if (!listed.isEmpty()) {
            return listed;
        }
        try {
            List<JsonNode> tagged = new ArrayList<>();
            JsonMapper.builder()
                    .build()
                    .readTree(manifest(digest.replace(':', '-')).bytes())
                    .path("manifests")
                    .forEach(tagged::add);
            return tagged.subList(0, Math.min(1000, tagged.size()));
        } catch (JacksonException e) {
            throw new ScanFailed(Reason.DAMAGED, "the list of what refers to the image is no JSON", e);
        } catch (ScanFailed e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private interface Ask<T> {
        T of(RegistryClient client) throws IOException;
    }

    /** Whom of the mirrors does not answer is passed over; what the registry itself says counts. */
    private <T> T first(Ask<T> ask) throws IOException {
        ScanFailed last = new ScanFailed(Reason.UNREACHABLE, "there is no registry to ask");
        for (RegistryClient client : clients) {
            try {
                return ask.of(client);
            } catch (ScanFailed e) {
                if (e.reason() == Reason.CANCELLED) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    @Override
    public void close() {
        clients.forEach(RegistryClient::close);
    }
}
