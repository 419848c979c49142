package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code bwctl image scan --verify-log}: a certificate of a day, signed with, and recorded by a log, while it was valid. */
class VerifyLogTest {

    private static final String PASSWORD = "changeit";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private static Path folder;

    private static KeyPair log;
    private static KeyStore keys;

    private SignedImage image;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        log = generator.generateKeyPair();
        write("log.pem", "PUBLIC KEY", log.getPublic().getEncoded());
        write(
                "other-log.pem",
                "PUBLIC KEY",
                generator.generateKeyPair().getPublic().getEncoded());
        keytool(
                "-genkeypair",
                "-alias",
                "authority",
                "-keyalg",
                "EC",
                "-dname",
                "CN=authority",
                "-ext",
                "bc:c",
                "-startdate",
                "-10d",
                "-validity",
                "30");
        keytool("-genkeypair", "-alias", "signer", "-keyalg", "EC", "-dname", "CN=signer");
        keytool(
                "-certreq",
                "-alias",
                "signer",
                "-file",
                folder.resolve("request").toString());
        keytool(
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                folder.resolve("request").toString(),
                "-outfile",
                folder.resolve("signer.pem").toString(),
                "-rfc",
                "-startdate",
                "-2d",
                "-validity",
                "1",
                "-ext",
                "eku=codeSigning",
                "-ext",
                "san=email:ann@example.com");
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        write("authority.pem", "CERTIFICATE", keys.getCertificate("authority").getEncoded());
    }

    @BeforeEach
    void start() throws Exception {
        image = new SignedImage();
    }

    @AfterEach
    void stop() {
        image.close();
    }

    @Test
    void aCertificateThatIsOverCountsAtTheTimeThatATrustedLogTells() throws Exception {
        image.sign(annotations(Instant.now().minus(Duration.ofHours(36))));

        assertThat(scan("--verify-key", path("authority.pem"), "--verify-log", path("log.pem")))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("bwctl: signature verified by ann@example.com");

        assertThat(scan("--verify-key", path("authority.pem")))
                .as("nobody tells when")
                .isNotZero();
        assertThat(err.toString()).contains("signature unverified", "whose certificate ended");
        assertThat(scan("--verify-key", path("authority.pem"), "--verify-log", path("other-log.pem")))
                .as("another log")
                .isNotZero();
        assertThat(err.toString()).contains("signature unverified");
    }

    @Test
    void aSignatureAfterTheEndOfTheCertificateIsNone() throws Exception {
        image.sign(annotations(Instant.now().minus(Duration.ofHours(2))));

        assertThat(scan("--verify-key", path("authority.pem"), "--verify-log", path("log.pem")))
                .isNotZero();
        assertThat(err.toString()).contains("signature unverified");
    }

    @Test
    void saysWhatIsWrongWithTheOption() throws Exception {
        Files.writeString(folder.resolve("no.pem"), "no pem");

        assertThat(scan("--verify-key", path("authority.pem"), "--verify-log", path("no.pem")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--verify-log: ");
        assertThat(scan("--verify-log", path("log.pem"))).isEqualTo(2);
        assertThat(err.toString()).contains("--verify-log goes with --verify-key");
    }

    private String annotations(Instant at) throws Exception {
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] payload = image.payload();
        byte[] signature = sign((PrivateKey) keys.getKey("signer", PASSWORD.toCharArray()), payload);
        String certificate = Files.readString(folder.resolve("signer.pem"));
        String body =
                "{\"apiVersion\":\"0.0.1\",\"kind\":\"hashedrekord\",\"spec\":{\"data\":{\"hash\":{\"algorithm\":\"sha256\","
                        + "\"value\":\"" + SignedImage.sha256(payload).substring("sha256:".length())
                        + "\"}},\"signature\":{\"content\":\"" + base64.encodeToString(signature)
                        + "\",\"publicKey\":{\"content\":\""
                        + base64.encodeToString(certificate.getBytes(StandardCharsets.US_ASCII)) + "\"}}}}";
        String recorded = base64.encodeToString(body.getBytes(StandardCharsets.UTF_8));
        String id = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(log.getPublic().getEncoded()));
        String promised = "{\"body\":\"" + recorded + "\",\"integratedTime\":" + at.getEpochSecond() + ",\"logID\":\""
                + id + "\",\"logIndex\":7}";
        String bundle = "{\"SignedEntryTimestamp\":\""
                + base64.encodeToString(sign(log.getPrivate(), promised.getBytes(StandardCharsets.UTF_8)))
                + "\",\"Payload\":" + promised + "}";
        JsonMapper json = JsonMapper.shared();
        return "{\"dev.cosignproject.cosign/signature\":\"" + base64.encodeToString(signature)
                + "\",\"dev.sigstore.cosign/certificate\":" + json.writeValueAsString(certificate)
                + ",\"dev.sigstore.cosign/bundle\":" + json.writeValueAsString(bundle) + "}";
    }

    private static byte[] sign(PrivateKey key, byte[] what) throws Exception {
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(key);
        signer.update(what);
        return signer.sign();
    }

    private int scan(String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> args = new ArrayList<>(List.of("image", "scan", image.reference(), "--insecure"));
        args.addAll(List.of(more));
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void write(String name, String type, byte[] der) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                        + "-----\n");
    }

    private static void keytool(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(args));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", path("keys.p12")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
