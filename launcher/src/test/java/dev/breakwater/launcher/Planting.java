package dev.breakwater.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Manifests with a secret in every place in which people leave them. */
final class Planting {

    /** Something that is no secret and must arrive: what finds it would find the secrets, too. */
    final Marker visible = Marker.wordy("an ordinary annotation");

    private final List<Marker> markers = new ArrayList<>();

    List<Marker> markers() {
        return List.copyOf(markers);
    }

    private Marker plant(Marker marker) {
        markers.add(marker);
        return marker;
    }

    private String wordy(String place) {
        return plant(Marker.wordy(place)).value();
    }

    private String random(String place) {
        return plant(Marker.random(place)).value();
    }

    private String shaped(String place, String prefix, int length) {
        return plant(Marker.shaped(place, prefix, length)).value();
    }

    private String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    String secrets() {
        String dockerPassword = wordy("password of a pull secret");
        String dockerAuth = wordy("auth of a pull secret");
        String docker = "{\"auths\":{\"registry.example.com\":{\"username\":\"puller\",\"password\":\"" + dockerPassword
                + "\",\"auth\":\"" + base64("puller:" + dockerAuth) + "\"}}}";
        String applied = wordy("data of a secret in last-applied-configuration");
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: database
                  namespace: shop
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: |
                      {"apiVersion":"v1","kind":"Secret","metadata":{"name":"database"},"data":{"password":"%s"},"stringData":{"pin":"%s"}}
                    example.com/old-password: %s
                data:
                  password: %s
                  user: %s
                  url: %s
                stringData:
                  admin: %s
                  config.yaml: |
                    listen: 8080
                    password: %s
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: pull, namespace: shop}
                type: kubernetes.io/dockerconfigjson
                data:
                  .dockerconfigjson: %s
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: pull-old, namespace: shop}
                type: kubernetes.io/dockercfg
                stringData:
                  .dockercfg: '{"registry.example.com":{"username":"u","password":"%s"}}'
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: basic, namespace: shop}
                type: kubernetes.io/basic-auth
                stringData: {username: ada, password: %s}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: ssh, namespace: shop}
                type: kubernetes.io/ssh-auth
                stringData:
                  ssh-privatekey: |
                    -----BEGIN OPENSSH PRIVATE KEY-----
                    %s
                    -----END OPENSSH PRIVATE KEY-----
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: tls, namespace: shop}
                type: kubernetes.io/tls
                stringData:
                  tls.crt: not a certificate %s
                  tls.key: |
                    -----BEGIN PRIVATE KEY-----
                    %s
                    -----END PRIVATE KEY-----
                """.formatted(
                        base64(applied),
                        wordy("stringData in last-applied-configuration"),
                        wordy("annotation of a secret"),
                        plant(Marker.wordy("data of a secret")).base64(),
                        plant(Marker.wordy("another entry of a secret's data")).base64(),
                        base64("postgres://shop:" + wordy("URL in a secret's data") + "@db/shop"),
                        wordy("stringData of a secret"),
                        wordy("a file in a secret's stringData"),
                        base64(docker),
                        wordy("password of an old pull secret"),
                        wordy("basic-auth secret"),
                        random("private key of an ssh secret"),
                        random("certificate entry that holds no certificate"),
                        random("private key of a tls secret"));
    }

    /** A Helm release: JSON, compressed, in base64 within the base64 of the secret. */
    String helmRelease() {
        String values = "{\"name\":\"shop\",\"config\":{\"auth\":{\"password\":\"" + wordy("values of a Helm release")
                + "\"}},\"manifest\":\"kind: Secret\\ndata: {k: "
                + plant(Marker.wordy("manifest of a Helm release")).base64()
                + "}\"}";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(values.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String release = Base64.getEncoder().encodeToString(packed.toByteArray());
        // The compressed form is a trace of its own.
        plant(new Marker("payload of a Helm release", release.substring(20, 80)));
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: sh.helm.release.v1.shop.v1, namespace: shop, labels: {owner: helm}}
                type: helm.sh/release.v1
                data:
                  release: %s
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: shop.v1, namespace: shop, labels: {OWNER: TILLER}}
                data:
                  release: %s
                """.formatted(base64(release), random("Helm release in a ConfigMap"));
    }

    String configMaps() {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: shop
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '{"data":{"smtp_password":"%s"}}'
                data:
                  smtp_password: %s
                  anything: %s
                  app.properties: |
                    spring.datasource.password=%s
                binaryData:
                  blob: %s
                """.formatted(
                        wordy("ConfigMap in last-applied-configuration"),
                        wordy("entry of a ConfigMap"),
                        random("entry of a ConfigMap without a telling name"),
                        wordy("file in a ConfigMap"),
                        plant(Marker.random("binaryData of a ConfigMap")).base64());
    }

    /** A file that is no YAML in the middle of a secret: what is said of it must not quote it. */
    String broken() {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: broken, namespace: shop}
                stringData:
                  password: "%s
                  other: [ %s : : }
                """.formatted(wordy("broken file"), wordy("line of a broken file at which reading stops"));
    }

    /** A workload with secrets in everything that is free text. */
    String workload() {
        return new PlantedWorkload(this::wordy, this::random, this::shaped).text(visible.value());
    }
}
