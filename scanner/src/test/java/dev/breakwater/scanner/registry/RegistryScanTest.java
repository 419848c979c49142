package dev.breakwater.scanner.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.ImageMaker;
import dev.breakwater.scanner.ImageRequest;
import dev.breakwater.scanner.ImageScanner;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.LayerCache;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.ScanProgress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real registry: by token and password, over TLS, and what it says when something is not right. */
class RegistryScanTest {

    private static final String STATUS =
            "Package: bash\nStatus: install ok installed\nVersion: 5.2\nArchitecture: amd64\n";

    @TempDir
    private Path folder;

    private final ImageScanner scanner = new ImageScanner(LayerCache.NONE, ScanLimits.DEFAULT);

    private Path layout() {
        Path layout = folder.resolve("layout");
        new ImageMaker()
                .with(ImageMaker.layer().file("var/lib/dpkg/status", STATUS))
                .layout(layout);
        return layout;
    }

    private ImageContents scan(String reference, RegistryAccess access) throws ScanFailed {
        return scanner.scan(ImageRequest.of(new ImageSource.Registry(reference, access)), ScanProgress.NONE);
    }

    private void fails(Reason reason, String reference, RegistryAccess access) {
        assertThatThrownBy(() -> scan(reference, access))
                .isInstanceOfSatisfying(
                        ScanFailed.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }

    @Test
    void readsByPlainHttpWhereThatIsAllowedAndSaysSo() throws Exception {
        try (RealRegistry registry = RealRegistry.start(folder.resolve("r"), "", "")) {
            registry.push(layout(), "shop/web", "1", HttpClient.newHttpClient(), "");
            String reference = registry.host() + "/shop/web:1";
            RegistryAccess access = RegistryAccess.anonymous(registry.host());
            fails(Reason.UNREACHABLE, reference, access);
            List<String> plain = new ArrayList<>();
            ImageContents contents = scanner.scan(
                    ImageRequest.of(new ImageSource.Registry(reference, access.allowingPlainHttp())),
                    new ScanProgress() {
                        @Override
                        public void at(int layersDone, int layers, long bytes) {}

                        @Override
                        public void plainHttp(String host) {
                            plain.add(host);
                        }
                    });
            assertThat(contents.packages()).extracting(InstalledPackage::name).containsExactly("bash");
            assertThat(contents.digest()).startsWith("sha256:").isNotEqualTo(contents.configDigest());
            assertThat(plain).containsExactly(registry.host());
            fails(Reason.NOT_FOUND, registry.host() + "/shop/web:2", access.allowingPlainHttp());
            fails(Reason.NOT_FOUND, registry.host() + "/shop/WEB:1", access.allowingPlainHttp());
            try (RegistryClient client = new RegistryClient(access.allowingPlainHttp(), host -> {})) {
                assertThat(client.tags("shop/web", 10)).containsExactly("1");
                assertThat(client.digest("shop/web", "1")).isEqualTo(contents.digest());
                assertThat(client.referrers("shop/web", contents.digest())).isEmpty();
            }
            RegistryAccess mirrored = RegistryAccess.anonymous("registry.invalid")
                    .mirroredBy(List.of(RegistryAccess.anonymous("mirror.invalid"), access.allowingPlainHttp()));
            assertThat(scan("registry.invalid/shop/web:1", mirrored).packages()).hasSize(1);
        }
    }

    @Test
    void readsByPasswordOverTlsOfAPrivateAuthority() throws Exception {
        KeyFiles keys = KeyFiles.make(folder, "registry");
        Path passwords = Files.writeString(
                folder.resolve("htpasswd"),
                "ann:" + OpenBSDBCrypt.generate("2y", "s3cret".toCharArray(), new byte[16], 4) + "\n");
        try (RealRegistry registry = RealRegistry.start(
                folder.resolve("r"),
                "auth: {htpasswd: {realm: r, path: " + passwords + "}}",
                "  tls: {certificate: " + keys.certificatePem() + ", key: " + keys.keyPem() + "}")) {
            String pem = Files.readString(keys.certificatePem());
            SSLContext trust = TrustedCertificates.withDefaults(pem);
            registry.push(
                    layout(),
                    "shop/web",
                    "1",
                    HttpClient.newBuilder().sslContext(trust).build(),
                    RealRegistry.basic("ann", "s3cret"));
            String reference = registry.host() + "/shop/web:1";
            RegistryAccess access = RegistryAccess.anonymous(registry.host());
            fails(Reason.UNREACHABLE, reference, access.as("ann", "s3cret"));
            fails(Reason.UNREACHABLE, reference, access.as("ann", "s3cret").allowingPlainHttp());
            fails(Reason.UNAUTHORISED, reference, access.trusting(pem));
            fails(Reason.UNAUTHORISED, reference, access.trusting(pem).as("ann", "wrong"));
            RegistryAccess secret = PullSecrets.read("{\"auths\":{\"" + registry.host() + "\":{\"auth\":\""
                            + Base64.getEncoder().encodeToString("ann:s3cret".getBytes(StandardCharsets.UTF_8))
                            + "\"}}}")
                    .of(registry.host(), "shop/web")
                    .orElseThrow();
            assertThat(scan(reference, secret.trusting(pem)).packages()).hasSize(1);
        }
    }

    @Test
    void readsByTheTokenOfATokenServer() throws Exception {
        KeyFiles keys = KeyFiles.make(folder, "tokens");
        HttpServer tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new ArrayList<>();
        tokens.createContext("/token", exchange -> {
            asked.add(exchange.getRequestURI().getQuery());
            boolean known = RealRegistry.basic("ann", "s3cret")
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = ("{\"token\":\"" + token(keys, "shop/web") + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
            if (known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        tokens.start();
        String realm = "http://127.0.0.1:" + tokens.getAddress().getPort() + "/token";
        try (RealRegistry registry = RealRegistry.start(
                folder.resolve("r"),
                "auth: {token: {realm: '" + realm + "', service: shop, issuer: tokens, rootcertbundle: "
                        + keys.certificatePem() + "}}",
                "")) {
            registry.push(layout(), "shop/web", "1", HttpClient.newHttpClient(), "Bearer " + token(keys, "shop/web"));
            String reference = registry.host() + "/shop/web:1";
            RegistryAccess access = RegistryAccess.anonymous(registry.host()).allowingPlainHttp();
            fails(Reason.UNAUTHORISED, reference, access);
            assertThat(scan(reference, access.as("ann", "s3cret")).packages()).hasSize(1);
            assertThat(asked).contains("service=shop&scope=repository:shop/web:pull");
        } finally {
            tokens.stop(0);
        }
    }

    private static String token(KeyFiles keys, String repository) {
        try {
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            String head = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\""
                    + Base64.getEncoder().encodeToString(keys.certificate().getEncoded()) + "\"]}";
            String claims =
                    "{\"iss\":\"tokens\",\"sub\":\"ann\",\"aud\":\"shop\",\"exp\":4102444800,\"nbf\":1,\"iat\":1,\"jti\":\"1\","
                            + "\"access\":[{\"type\":\"repository\",\"name\":\"" + repository
                            + "\",\"actions\":[\"pull\",\"push\"]}]}";
            String signed = base64.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                    + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.key());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + base64.encodeToString(signature.sign());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void goesOnWhereABlobBreaksOffAndGivesUpOnOneThatAlwaysDoes() throws Exception {
        Path layout = layout();
        Set<String> broken = ConcurrentHashMap.newKeySet();
        KeyFiles keys = KeyFiles.make(folder, "server");
        HttpServer server = secure(keys);
        server.createContext("/v2/shop/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] bytes = Files.readAllBytes(layout.resolve("blobs/sha256/" + path.substring(path.length() - 64)));
            String range = exchange.getRequestHeaders().getFirst("Range");
            boolean always = path.contains("/always/");
            if (path.contains("/manifests/")) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
                return;
            }
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
            // Whether the client hands out what came before a break is a matter of luck, so it may ask from the start
            // again.
            int to = always || broken.add(path) ? from + (bytes.length - from) / 2 : bytes.length;
            exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length - from);
            exchange.getResponseBody().write(bytes, from, to - from);
            exchange.getResponseBody().flush();
            if (to < bytes.length) {
                throw new IOException("the connection breaks off, as meant");
            }
            exchange.close();
        });
        server.start();
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();
            RegistryAccess access = RegistryAccess.anonymous(host).trusting(Files.readString(keys.certificatePem()));
            String digest = new ImageMaker()
                    .with(ImageMaker.layer().file("var/lib/dpkg/status", STATUS))
                    .layout(layout);
            assertThat(scan(host + "/shop/once@" + digest, access).packages()).hasSize(1);
            fails(Reason.DAMAGED, host + "/shop/always@" + digest, access);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysThatARegistryFallsSilentOrIsBusyOrBroken() throws Exception {
        KeyFiles keys = KeyFiles.make(folder, "server");
        HttpServer server = secure(keys);
        server.createContext("/v2/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.contains("/endless/")) {
                exchange.getResponseHeaders().add("Location", path);
                exchange.sendResponseHeaders(307, -1);
            } else if (path.contains("/elsewhere/")) {
                exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
                exchange.sendResponseHeaders(307, -1);
            } else if (path.contains("/huge/")) {
                exchange.sendResponseHeaders(200, 0);
                byte[] chunk = new byte[1 << 16];
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write(chunk);
                }
            } else {
                exchange.sendResponseHeaders(path.contains("/busy/") ? 429 : 503, -1);
            }
            exchange.close();
        });
        server.start();
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();
            RegistryAccess access = RegistryAccess.anonymous(host).trusting(Files.readString(keys.certificatePem()));
            fails(Reason.BUSY, host + "/busy/web:1", access);
            fails(Reason.UNREACHABLE, host + "/broken/web:1", access);
            fails(Reason.UNREACHABLE, host + "/endless/web:1", access);
            fails(Reason.UNREACHABLE, host + "/elsewhere/web:1", access);
            fails(Reason.TOO_LARGE, host + "/huge/web:1", access);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer secure(KeyFiles keys) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys.server()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return server;
    }
}
