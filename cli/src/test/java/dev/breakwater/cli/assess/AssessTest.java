package dev.breakwater.cli.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.cli.Bwctl;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-shot assessment, of a folder and of a cluster. */
@EnableKubernetesMockClient(crud = true)
class AssessTest {

    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  hostNetwork: true
                  containers:
                    - name: web
                      image: registry.example.com/web:1
                      env: [{name: DB_PASSWORD, value: hunter2-hunter2}]
                      securityContext: {privileged: true}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: all}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db, namespace: shop}
            stringData: {password: hunter2-hunter2}
            """;

    @TempDir
    private Path folder;

    private KubernetesClient client;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), SHOP);
    }

    @Test
    void saysWhatIsWorstWhatMendsItAndWhatIsNotKnown() throws IOException {
        String page = html("--manifests", folder.resolve("shop.yaml").toString());

        assertThat(page)
                .contains("<span class=\"letter\">D</span>")
                .contains("D: anything else.")
                .contains("Deployment shop/web")
                .contains("can be reached from outside of the cluster")
                .contains("administers the cluster")
                .contains("Whoever breaks in from outside owns the cluster.")
                .contains("≥ ")
                .contains("Privileged container")
                .contains("<b>Fix:</b>")
                .contains("Nobody has looked into the images.")
                .doesNotContain("hunter2");
        assertThat(out.toString()).startsWith("Grade D. ");
    }

    @Test
    void thePageRunsNothingAndFetchesNothing() throws Exception {
        Files.writeString(
                folder.resolve("shop.yaml"),
                SHOP.replace(
                        "{name: web, namespace: shop}\nspec:\n  selector",
                        "{name: \"<script>alert(1)</script>\\u202e\", namespace: shop}\nspec:\n  selector"));
        String page = html("--manifests", folder.toString());

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "\u202e", "http://localhost", "src=", "href=", "style=\"", "url(");
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(page).contains("default-src 'none'; style-src 'sha256-" + hash + "'");
    }

    @Test
    void drawsTheSameAsPdf() throws IOException {
        Path file = folder.resolve("report.pdf");

        assertThat(bwctl(
                        "assess",
                        "--manifests",
                        folder.resolve("shop.yaml").toString(),
                        "--output-file",
                        file.toString()))
                .as(err.toString())
                .isZero();

        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Deployment shop/web")
                    .contains("Privileged container")
                    .contains("What is not known");
        }
    }

    @Test
    void aCleanFolderOfWhichAllIsKnownHasAGoodGrade() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");

        assertThat(html("--manifests", folder.toString(), "--complete")).contains("<span class=\"letter\">A</span>");
    }

    @Test
    void readsAClusterAndKnowsWhatItLacks() throws IOException {
        client.load(new ByteArrayInputStream(SHOP.getBytes(StandardCharsets.UTF_8)))
                .create();
        String page = html("--kubeconfig", kubeconfig().toString());

        assertThat(page)
                .contains("Looked at: the cluster mock")
                .contains("Deployment shop/web")
                .contains("Whoever breaks in from outside owns the cluster.")
                .contains("Reachable from outside without a network policy")
                .doesNotContain("hunter2", "aHVudGVy");
    }

    @Test
    void refusesWhatCannotBeMeant() throws IOException {
        String shop = folder.resolve("shop.yaml").toString();
        assertThat(bwctl("assess", "--manifests", shop, "--output-file", "x.docx"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("has to end with .html or .pdf");
        assertThat(bwctl("assess", "--output-file", "x.html")).isEqualTo(2);
        assertThat(bwctl("assess", "--manifests", shop, "--kubeconfig", shop, "--output-file", "x.html"))
                .isEqualTo(2);
        assertThat(bwctl("assess", "--manifests", shop, "--context", "c", "--output-file", "x.html"))
                .isEqualTo(2);
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(bwctl("assess", "--manifests", empty.toString(), "--output-file", file()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("nothing was assessed");
        assertThat(bwctl("assess", "--kubeconfig", shop, "--output-file", file()))
                .isEqualTo(3);
        assertThat(Path.of(file())).doesNotExist();
    }

    private String file() {
        return folder.resolve("report.html").toString();
    }

    private String html(String... source) throws IOException {
        String[] args = new String[source.length + 3];
        args[0] = "assess";
        System.arraycopy(source, 0, args, 1, source.length);
        args[source.length + 1] = "--output-file";
        args[source.length + 2] = file();
        assertThat(bwctl(args)).as(err.toString()).isZero();
        return Files.readString(Path.of(file()));
    }

    private Path kubeconfig() throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: mock, cluster: {server: "%s", insecure-skip-tls-verify: true}}]
                users: [{name: me, user: {token: t}}]
                contexts: [{name: mock, context: {cluster: mock, user: me}}]
                current-context: mock
                """.formatted(client.getMasterUrl()));
    }

    private int bwctl(String... args) {
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err, true), args);
    }
}
