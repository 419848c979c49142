package dev.breakwater.scanner.registry;

import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.layer.Digesting;
import dev.breakwater.scanner.source.BlobStore;
import dev.breakwater.scanner.source.BoundedRead;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One registry (OCI distribution specification 1.1), for reading. Not for use by several threads at once; to be closed. */
public final class RegistryClient implements AutoCloseable {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(?::[0-9]{1,5})?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern NEXT = Pattern.compile("<([^>]{1,2000})>\\s*;[^,]*rel=\"?next\"?");
    private static final String ACCEPT = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.v1+prettyjws;q=0.1");
    private static final int MOST_LIST = 8 << 20;
    private static final int LONGEST_NAME = 255;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RegistryAccess access;
    private final Connection connection;
    private final Tokens tokens;
    private final Consumer<String> plainHttp;
    private final String authority;
    private final String prefix;
    private String scheme = "";

    /**
     * A client.
     *
     * @param access whose host may have a path, which then stands before each repository (mirrors are often so)
     * @param plainHttp is told the host if it was reached by plain http
     * @throws ScanFailed if the host is none or the certificates to trust cannot be read
     */
    public RegistryClient(RegistryAccess access, Consumer<String> plainHttp) throws ScanFailed {
        int slash = access.host().indexOf('/');
        String host = slash < 0 ? access.host() : access.host().substring(0, slash);
        if (!HOST.matcher(host).matches()) {
            throw new ScanFailed(Reason.NOT_FOUND, "'" + host + "' is no host of a registry");
        }
        this.access = access;
        this.authority = host.equals(ImageName.DEFAULT_REGISTRY) ? "registry-1.docker.io" : host;
        this.prefix = slash < 0 ? "" : access.host().substring(slash + 1).replaceAll("/+$", "") + "/";
        this.connection = new Connection(access);
        this.tokens = new Tokens(access, connection);
        this.plainHttp = plainHttp;
    }

    /** Whether a host, with a port or without, and a path below it are a repository by the grammar of references: no tag, no digest. */
    public static boolean isRepository(String host, String path) {
        return HOST.matcher(host).matches()
                && host.length() + path.length() < LONGEST_NAME
                && REPOSITORY.matcher(path).matches();
    }

    /**
     * A manifest or an index.
     *
     * @param reference a tag or a digest; one asked for by digest has it
     */
    public BlobStore.Document manifest(String repository, String reference) throws IOException {
        HttpResponse<InputStream> response = ask(
                "GET",
                repository,
                "/manifests/" + checked(reference),
                Map.of("Accept", ACCEPT),
                "there is no " + name(repository, reference));
        byte[] bytes = BoundedRead.of(response.body(), BlobStore.MOST_MANIFEST, "the manifest");
        String digest = Digesting.sha256(bytes);
        if (Digest.parse(reference).isPresent()) {
            Digesting verified = Digesting.of(reference);
            verified.update(bytes, 0, bytes.length);
            verified.verify("the manifest");
            digest = reference;
        }
        return new BlobStore.Document(
                bytes, response.headers().firstValue("Content-Type").orElse(""), digest);
    }

    /** The digest that a tag has now, without fetching the manifest where the registry says it. */
    public String digest(String repository, String tag) throws IOException {
        HttpResponse<InputStream> response = ask(
                "HEAD",
                repository,
                "/manifests/" + checked(tag),
                Map.of("Accept", ACCEPT),
                "there is no " + name(repository, tag));
        response.body().close();
        Optional<String> told = response.headers()
                .firstValue("Docker-Content-Digest")
                .filter(digest -> Digest.parse(digest).isPresent());
        return told.isPresent() ? told.get() : manifest(repository, tag).digest();
    }

    /** Opens a blob; a part of it from an offset on where the registry can. */
    InputStream blob(String repository, String digest, long from) throws IOException {
        Map<String, String> headers = from == 0 ? Map.of() : Map.of("Range", "bytes=" + from + "-");
        HttpResponse<InputStream> response = ask(
                "GET",
                repository,
                "/blobs/" + checked(digest),
                headers,
                "there is no blob " + digest + " in " + repository);
        if (from > 0 && response.statusCode() != 206) {
            response.body().skipNBytes(from);
        }
        return response.body();
    }

    /** Opens a blob, and goes on where it broke off a few times; who reads it verifies it. */
    public InputStream blob(String repository, String digest) throws IOException {
        return new ResumedBlob(this, repository, digest);
    }

    /**
     * The tags of a repository, in the registry's order.
     *
     * @param most how many at most
     */
    public List<String> tags(String repository, int most) throws IOException {
        List<String> tags = new ArrayList<>();
        String path = "/tags/list?n=" + Math.min(1000, most);
        for (int page = 0; page < 1000 && tags.size() < most; page++) {
            HttpResponse<InputStream> response =
                    ask("GET", repository, path, Map.of(), "there is no repository " + repository);
            for (JsonNode tag : json(response, MOST_LIST).path("tags")) {
                if (tags.size() < most && TAG.matcher(tag.asString("")).matches()) {
                    tags.add(tag.asString(""));
                }
            }
            Optional<String> next = response.headers().firstValue("Link").flatMap(RegistryClient::next);
            if (next.isEmpty()) {
                break;
            }
            path = "/tags/list?" + next.get();
        }
        return tags;
    }

    /** Manifests that refer to one (signatures, attestations); empty where the registry does not know of referrers. */
    public List<JsonNode> referrers(String repository, String digest) throws IOException {
        try {
            HttpResponse<InputStream> response =
                    ask("GET", repository, "/referrers/" + checked(digest), Map.of(), "no referrers");
            List<JsonNode> referrers = new ArrayList<>();
            json(response, MOST_LIST).path("manifests").forEach(referrers::add);
            return referrers.size() > 1000 ? referrers.subList(0, 1000) : referrers;
        } catch (ScanFailed e) {
            if (e.reason() == Reason.NOT_FOUND || e.reason() == Reason.UNSUPPORTED) {
                return List.of();
            }
            throw e;
        }
    }

    /** The query of the next page; where it lies is ours to say. */
    private static Optional<String> next(String link) {
        Matcher matcher = NEXT.matcher(link);
        return matcher.find() && matcher.group(1).indexOf('?') >= 0
                ? Optional.of(matcher.group(1).substring(matcher.group(1).indexOf('?') + 1))
                : Optional.empty();
    }

    private static JsonNode json(HttpResponse<InputStream> response, int most) throws IOException {
        byte[] bytes = BoundedRead.of(response.body(), most, "a list of the registry");
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new ScanFailed(Reason.UNREACHABLE, "the registry answers with no JSON", e);
        }
    }

    private HttpResponse<InputStream> ask(
            String method, String repository, String path, Map<String, String> headers, String absent)
            throws IOException {
        if (repository.length() > 255 || !REPOSITORY.matcher(repository).matches()) {
            throw new ScanFailed(Reason.NOT_FOUND, "'" + repository + "' is no name of a repository");
        }
        String scope = "repository:" + prefix + repository + ":pull";
        HttpResponse<InputStream> response = reach(method, repository, path, headers, tokens.known(scope));
        if (response.statusCode() == 401) {
            response.body().close();
            Challenge challenge = Challenge.of(response.headers())
                    .orElseThrow(() -> new ScanFailed(
                            Reason.UNAUTHORISED, access.host() + " refuses us and does not say how to ask"));
            response = reach(method, repository, path, headers, tokens.answer(challenge, scope));
        }
        int status = response.statusCode();
        if (status == 200 || status == 206) {
            return response;
        }
        response.body().close();
        throw switch (status) {
            case 401, 403 ->
                new ScanFailed(
                        Reason.UNAUTHORISED,
                        access.host() + " does not let "
                                + (access.user().isEmpty() ? "those without a name" : "'" + access.user() + "'")
                                + " read " + repository + ", or there is no such repository");
            case 404 -> new ScanFailed(Reason.NOT_FOUND, absent + " at " + access.host());
            case 400, 405, 406, 501 ->
                new ScanFailed(
                        Reason.UNSUPPORTED, access.host() + " does not answer this question (status " + status + ")");
            case 429 -> new ScanFailed(Reason.BUSY, access.host() + " asks to come back later");
            default -> new ScanFailed(Reason.UNREACHABLE, access.host() + " answers with status " + status);
        };
    }

    /** By https; by plain http only where that is allowed and https is not spoken. */
    private HttpResponse<InputStream> reach(
            String method, String repository, String path, Map<String, String> headers, String authorization)
            throws IOException {
        if (!scheme.isEmpty()) {
            return connection.get(uri(scheme, repository, path), method, headers, authorization);
        }
        try {
            HttpResponse<InputStream> response =
                    connection.get(uri("https", repository, path), method, headers, authorization);
            scheme = "https";
            return response;
        } catch (Connection.Unspoken e) {
            if (!access.plainHttp()) {
                throw e;
            }
            HttpResponse<InputStream> response =
                    connection.get(uri("http", repository, path), method, headers, authorization);
            scheme = "http";
            plainHttp.accept(access.host());
            return response;
        }
    }

    private URI uri(String by, String repository, String path) throws ScanFailed {
        try {
            return URI.create(by + "://" + authority + "/v2/" + prefix + repository + path);
        } catch (IllegalArgumentException e) {
            throw new ScanFailed(Reason.NOT_FOUND, "'" + access.host() + "' is no host of a registry", e);
        }
    }

    private static String checked(String reference) throws ScanFailed {
        if (Digest.parse(reference).isEmpty() && !TAG.matcher(reference).matches()) {
            throw new ScanFailed(Reason.NOT_FOUND, "'" + reference + "' is neither a tag nor a digest");
        }
        return reference;
    }

    private static String name(String repository, String reference) {
        return repository + (reference.contains(":") ? "@" : ":") + reference;
    }

    @Override
    public void close() {
        connection.close();
    }
}
