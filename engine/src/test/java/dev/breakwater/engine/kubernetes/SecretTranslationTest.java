package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SecretTranslationTest {

    @Test
    void tellsTheNamesOfEntriesAndNoValue() {
        Secret secret = Translated.one(Secret.class, """
                apiVersion: v1
                kind: Secret
                metadata: {name: db}
                data: {user: cm9vdA==, zeta: "%%%"}
                stringData: {password: hunter2-hunter2}
                """);

        assertThat(secret.type()).isEqualTo("Opaque");
        assertThat(secret.keys()).containsExactly("password", "user", "zeta");
        assertThat(secret.toString()).doesNotContain("hunter2", "cm9vdA", "root", "%%%");
    }

    @Test
    void tellsTheFactsOfCertificates() throws IOException {
        String pem = certificate();
        Secret secret = Translated.one(Secret.class, """
                {apiVersion: v1, kind: Secret, type: kubernetes.io/tls, metadata: {name: tls},
                 data: {tls.crt: %s, tls.key: %s, broken: %s}}
                """.formatted(
                        base64(pem + pem),
                        base64("-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----"),
                        base64("-----BEGIN CERTIFICATE-----\nMIIabc\n-----END CERTIFICATE-----")));

        assertThat(secret.certificates()).hasSize(2).allSatisfy(certificate -> {
            assertThat(certificate.key()).isEqualTo("tls.crt");
            assertThat(certificate.subject()).isEqualTo("CN=shop.example.com,O=Shop");
            assertThat(certificate.issuer()).isEqualTo(certificate.subject());
            assertThat(certificate.notBefore()).isBefore(certificate.notAfter());
        });
        assertThat(secret.toString()).doesNotContain("MIIabc");
    }

    @Test
    void tellsTheRegistriesOfPullSecrets() {
        String auths = "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"c2VjcmV0\"},"
                + "\"me:pw@registry.example.com:5000\":{}}}";
        Secret modern = Translated.one(
                Secret.class,
                "{apiVersion: v1, kind: Secret, metadata: {name: pull}, data: {.dockerconfigjson: " + base64(auths)
                        + "}}");
        Secret old = Translated.one(
                Secret.class,
                "{apiVersion: v1, kind: Secret, metadata: {name: pull}, stringData: {.dockercfg: '{\"quay.io\":{}}'}}");
        Secret broken = Translated.one(
                Secret.class, "{apiVersion: v1, kind: Secret, metadata: {name: pull}, stringData: {.dockercfg: '{'}}");

        assertThat(modern.registries()).containsExactly("index.docker.io", "registry.example.com:5000");
        assertThat(modern.toString()).doesNotContain("c2VjcmV0", "pw");
        assertThat(old.registries()).containsExactly("quay.io");
        assertThat(broken.registries()).isEmpty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String certificate() throws IOException {
        try (InputStream pem = SecretTranslationTest.class.getResourceAsStream("shop.example.com.pem")) {
            return new String(Objects.requireNonNull(pem).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
