package dev.breakwater.scanner.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.scanner.ImageMaker;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.layer.Digesting;
import dev.breakwater.scanner.signature.FoundSignatures;
import dev.breakwater.scanner.signature.Glob;
import dev.breakwater.scanner.signature.SignatureCheck;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import dev.breakwater.scanner.signature.SignatureFinder;
import dev.breakwater.scanner.signature.SignatureVerifier;
import dev.breakwater.scanner.signature.TrustRoots;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Signatures in cosign's form, made here, kept by a real registry. */
class SignatureVerifierTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private int layouts;

    private static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String certificate(String issuer, KeyPair by, String subject, KeyPair of, boolean authority)
            throws Exception {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(authority ? 1 : 2),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(30))),
                new X500Name(subject),
                of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.rfc822Name, "ann@example.com")));
        }
        byte[] der = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate()))
                .getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(256);
        }
        return generator.generateKeyPair();
    }

    /** A layout with a manifest as {@code cosign sign} pushes it. */
    private Path signature(String digest, PrivateKey key, String algorithm, String certificate) throws Exception {
        byte[] payload =
                ("{\"critical\":{\"identity\":{\"docker-reference\":\"shop/web\"},\"image\":{\"docker-manifest-digest\":\""
                                + digest + "\"},\"type\":\"cosign container image signature\"},\"optional\":null}")
                        .getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(payload);
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put(
                "dev.cosignproject.cosign/signature", Base64.getEncoder().encodeToString(signer.sign()));
        if (!certificate.isEmpty()) {
            annotations.put("dev.sigstore.cosign/certificate", certificate);
        }
        Path layout = folder.resolve("signature" + layouts++);
        Files.createDirectories(layout.resolve("blobs/sha256"));
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] manifest = JSON.writeValueAsBytes(Map.of(
                "schemaVersion",
                2,
                "mediaType",
                "application/vnd.oci.image.manifest.v1+json",
                "config",
                Map.of(
                        "mediaType",
                        "application/vnd.oci.image.config.v1+json",
                        "digest",
                        Digesting.sha256(config),
                        "size",
                        config.length),
                "layers",
                List.of(Map.of(
                        "mediaType",
                        "application/vnd.dev.cosign.simplesigning.v1+json",
                        "digest",
                        Digesting.sha256(payload),
                        "size",
                        payload.length,
                        "annotations",
                        annotations))));
        for (byte[] blob : List.of(config, payload, manifest)) {
            Files.write(layout.resolve("blobs").resolve(Digesting.sha256(blob).replace(':', '/')), blob);
        }
        Files.write(
                layout.resolve("index.json"),
                JSON.writeValueAsBytes(Map.of("manifests", List.of(Map.of("digest", Digesting.sha256(manifest))))));
        return layout;
    }

    @Test
    void tellsVerifiedUnverifiedAndUnknownApart() throws Exception {
        KeyPair key = pair("EC");
        KeyPair edwards = pair("Ed25519");
        KeyPair authority = pair("EC");
        KeyPair signer = pair("RSA");
        String authorityPem = certificate("CN=authority", authority, "CN=authority", authority, true);
        String certificate = certificate("CN=authority", authority, "CN=signer", signer, false);
        Path image = folder.resolve("image");
        String digest = new ImageMaker().with(ImageMaker.layer().file("a", "a")).layout(image);
        try (RealRegistry registry = RealRegistry.start(folder.resolve("r"), "", "")) {
            HttpClient client = HttpClient.newHttpClient();
            registry.push(image, "shop/web", "1", client, "");
            ImageSource.Registry source = new ImageSource.Registry(
                    registry.host() + "/shop/web:1",
                    RegistryAccess.anonymous(registry.host()).allowingPlainHttp());
            TrustRoots mine = TrustRoots.none().with("cosign.pub", pem(key));
            String tag = digest.replace(':', '-') + ".sig";

            assertThat(check(source, TrustRoots.none()).state()).isEqualTo(State.UNKNOWN);
            assertThat(check(source, mine).state()).isEqualTo(State.UNVERIFIED);

            registry.push(signature(digest, key.getPrivate(), "SHA256withECDSA", ""), "shop/web", tag, client, "");
            assertThat(check(source, mine))
                    .isEqualTo(new SignatureCheck(State.VERIFIED, digest, List.of("cosign.pub"), ""));
            assertThat(check(source, TrustRoots.none().with("other", pem(pair("EC"))))
                            .state())
                    .isEqualTo(State.UNVERIFIED);

            registry.push(
                    signature("sha256:" + "0".repeat(64), key.getPrivate(), "SHA256withECDSA", ""),
                    "shop/web",
                    tag,
                    client,
                    "");
            assertThat(check(source, mine).state())
                    .as("a signature of another image")
                    .isEqualTo(State.UNVERIFIED);

            registry.push(signature(digest, edwards.getPrivate(), "Ed25519", ""), "shop/web", tag, client, "");
            assertThat(check(source, TrustRoots.none().with("ed", pem(edwards))).state())
                    .isEqualTo(State.VERIFIED);

            registry.push(
                    signature(digest, signer.getPrivate(), "SHA256withRSA", certificate), "shop/web", tag, client, "");
            TrustRoots authorities = TrustRoots.none().with("ca", authorityPem);
            assertThat(check(source, authorities).signers()).containsExactly("ann@example.com");
            assertThat(check(source, authorities.only(List.of("ann@example.com")))
                            .state())
                    .isEqualTo(State.VERIFIED);
            assertThat(check(source, TrustRoots.none().with("leaf", certificate))
                            .state())
                    .isEqualTo(State.VERIFIED);
            String other = certificate("CN=authority", key, "CN=authority", key, true);
            assertThat(check(source, TrustRoots.none().with("another of that name", other))
                            .state())
                    .isEqualTo(State.UNVERIFIED);
            assertThat(check(source, authorities.only(List.of("bob@example.com")))
                            .state())
                    .isEqualTo(State.UNVERIFIED);
            assertThat(check(source, authorities.only(List.of("*@example.com")).vouchedForBy(List.of("CN=auth*")))
                            .state())
                    .isEqualTo(State.VERIFIED);
            assertThat(check(source, authorities.vouchedForBy(List.of("CN=somebody else")))
                            .reason())
                    .contains("ann@example.com", "vouched for by CN=authority");
            assertThat(check(source, TrustRoots.none().with("own.pub", pem(signer)))
                            .state())
                    .as("the key by itself")
                    .isEqualTo(State.VERIFIED);
            assertThat(new SignatureVerifier(authorities)
                            .check(source, Instant.now().plus(Duration.ofDays(400)), host -> {})
                            .state())
                    .as("after the certificate ended")
                    .isEqualTo(State.UNVERIFIED);

            ImageSource.Registry gone = new ImageSource.Registry(
                    registry.host() + "/shop/web:2",
                    RegistryAccess.anonymous(registry.host()).allowingPlainHttp());
            assertThat(check(gone, mine).state()).isEqualTo(State.UNKNOWN);
        }
    }

    private static SignatureCheck check(ImageSource.Registry source, TrustRoots roots) {
        return new SignatureVerifier(roots).check(source, Instant.now(), host -> {});
    }

    /** As cosign writes them since version 3: a bundle in a manifest that refers to the image. */
    @Test
    void readsBundlesThatReferToTheImage() throws Exception {
        KeyPair key = pair("EC");
        Path image = folder.resolve("bundled");
        String digest = new ImageMaker().with(ImageMaker.layer().file("b", "b")).layout(image);
        try (RealRegistry registry = RealRegistry.start(folder.resolve("r2"), "", "")) {
            HttpClient client = HttpClient.newHttpClient();
            registry.push(image, "shop/web", "1", client, "");
            ImageSource.Registry source = new ImageSource.Registry(
                    registry.host() + "/shop/web:1",
                    RegistryAccess.anonymous(registry.host()).allowingPlainHttp());
            TrustRoots mine = TrustRoots.none().with("cosign.pub", pem(key));

            refer(registry, client, digest, bundle(digest, "https://slsa.dev/provenance/v1", key));
            assertThat(check(source, mine).reason()).as("an attestation").isEqualTo("it has no signature");

            refer(registry, client, digest, "{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v9+json\"}");
            assertThat(check(source, mine).state()).as("of a form to come").isEqualTo(State.UNKNOWN);

            refer(registry, client, digest, bundle(digest, "https://sigstore.dev/cosign/sign/v1", key));
            assertThat(check(source, mine))
                    .isEqualTo(new SignatureCheck(State.VERIFIED, digest, List.of("cosign.pub"), ""));
            assertThat(check(source, TrustRoots.none().with("x", pem(pair("EC"))))
                            .reason())
                    .isEqualTo("its signature is by a key that is not trusted");

            FoundSignatures found = SignatureFinder.find(source, host -> {});
            FoundSignatures again = FoundSignatures.unpack(found.pack());
            assertThat(new SignatureVerifier(mine).verify(again, Instant.now()).state())
                    .isEqualTo(State.VERIFIED);
            assertThatThrownBy(() -> FoundSignatures.unpack(new byte[] {1, 2, 3}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String bundle(String digest, String predicate, KeyPair key) throws Exception {
        String type = "application/vnd.in-toto+json";
        String statement = "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"digest\":{\"sha256\":\""
                + digest.substring("sha256:".length()) + "\"}}],\"predicateType\":\"" + predicate
                + "\",\"predicate\":{}}";
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(key.getPrivate());
        signer.update(("DSSEv1 " + type.length() + " " + type + " " + statement.length() + " " + statement)
                .getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return JSON.writeValueAsString(Map.of(
                "mediaType",
                "application/vnd.dev.sigstore.bundle.v0.3+json",
                "verificationMaterial",
                Map.of("publicKey", Map.of("hint", "release")),
                "dsseEnvelope",
                Map.of(
                        "payload",
                        base64.encodeToString(statement.getBytes(StandardCharsets.UTF_8)),
                        "payloadType",
                        type,
                        "signatures",
                        List.of(Map.of("sig", base64.encodeToString(signer.sign()))))));
    }

    /** Pushes a manifest that refers to the image, and the list of such under the tag that stands for it. */
    private void refer(RealRegistry registry, HttpClient client, String digest, String bundle) throws Exception {
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] blob = bundle.getBytes(StandardCharsets.UTF_8);
        String type = "application/vnd.dev.sigstore.bundle.v0.3+json";
        String empty = "application/vnd.oci.empty.v1+json";
        byte[] manifest = JSON.writeValueAsBytes(Map.of(
                "schemaVersion",
                2,
                "mediaType",
                "application/vnd.oci.image.manifest.v1+json",
                "artifactType",
                type,
                "config",
                Map.of("mediaType", empty, "digest", Digesting.sha256(config), "size", config.length),
                "layers",
                List.of(Map.of("mediaType", type, "digest", Digesting.sha256(blob), "size", blob.length))));
        Path layout = folder.resolve("bundle" + layouts++);
        Files.createDirectories(layout.resolve("blobs/sha256"));
        for (byte[] each : List.of(config, blob, manifest)) {
            Files.write(layout.resolve("blobs").resolve(Digesting.sha256(each).replace(':', '/')), each);
        }
        Files.write(
                layout.resolve("index.json"),
                JSON.writeValueAsBytes(Map.of("manifests", List.of(Map.of("digest", Digesting.sha256(manifest))))));
        registry.push(layout, "shop/web", Digesting.sha256(manifest), client, "");
        registry.pushIndex(
                "shop/web",
                digest.replace(':', '-'),
                JSON.writeValueAsBytes(Map.of(
                        "schemaVersion",
                        2,
                        "mediaType",
                        "application/vnd.oci.image.index.v1+json",
                        "manifests",
                        List.of(Map.of(
                                "mediaType",
                                "application/vnd.oci.image.manifest.v1+json",
                                "artifactType",
                                type,
                                "digest",
                                Digesting.sha256(manifest),
                                "size",
                                manifest.length)))),
                client);
    }

    @Test
    void patternsStandForAnyText() {
        assertThat(new Glob("*@example.com").matches("Ann@Example.com")).isTrue();
        assertThat(new Glob("*@example.com").matches("ann@example.com.evil")).isFalse();
        assertThat(new Glob("https://github.com/shop/*/.github/*").matches("https://github.com/shop/web/.github/x"))
                .isTrue();
        assertThat(new Glob("").matches("a")).isFalse();
        assertThat(new Glob("a").matches("")).isFalse();
        assertThat(new Glob("*a".repeat(40)).matches("a".repeat(4_000) + "b")).isFalse();
    }

    @Test
    void refusesTrustThatIsNone() {
        assertThatThrownBy(() -> TrustRoots.none().with("x", "no pem")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> TrustRoots.none().with("x", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        TrustRoots.none().with("x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
