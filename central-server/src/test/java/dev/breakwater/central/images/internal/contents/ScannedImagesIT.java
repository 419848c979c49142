package dev.breakwater.central.images.internal.contents;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.central.images.PackagesArrived;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageDetails.Instruction;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.WorkloadSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScannedImagesIT {

    private static final List<List<Integer>> ARRIVALS = new ArrayList<>();
    private static final Map<Integer, Observed<List<Vulnerability>>> FINDINGS = new HashMap<>();

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet(context -> {
        context.registerBean(PackagesArrived.class, () -> ids -> ARRIVALS.add(List.copyOf(ids)));
        context.registerBean(KnownFindings.class, FixedFindings::new);
    });

    /** What a feed would say of each package. */
    static final class FixedFindings implements KnownFindings {

        @Override
        public Map<Integer, Observed<List<Vulnerability>>> ofPackages(Collection<Integer> packageIds) {
            Map<Integer, Observed<List<Vulnerability>>> found = new HashMap<>(FINDINGS);
            found.keySet().retainAll(packageIds);
            return found;
        }

        @Override
        public Map<UUID, Decided> decidedFor(Collection<UUID> workloadIds) {
            return Map.of();
        }
    }

    @Test
    void aPackageIsStoredOnceWhateverImagesHaveIt() {
        String first = digest(1);
        String second = digest(2);
        ARRIVALS.clear();
        int one = store(ImageContentsFixture.of(first)
                .deb("openssl", "3.0.1")
                .npm("left-pad", "1.0")
                .build());
        int other = store(ImageContentsFixture.of(second)
                .deb("openssl", "3.0.1")
                .deb("bash", "5.2")
                .build());

        assertThat(other).isNotEqualTo(one);
        assertThat(ARRIVALS).extracting(List::size).containsExactly(2, 1);
        assertThat(packagesOf(one)).containsExactly("left-pad 1.0 ", "openssl 3.0.1 debian:12");
        assertThat(packagesOf(other)).containsExactly("bash 5.2 debian:12", "openssl 3.0.1 debian:12");
    }

    @Test
    void theSameDigestAgainReplacesWhatChanged() {
        String digest = digest(3);
        int before = store(ImageContentsFixture.of(digest)
                .deb("zlib", "1.2")
                .deb("gone", "1")
                .build());
        ARRIVALS.clear();
        int after = store(ImageContentsFixture.of(digest)
                .deb("zlib", "1.2")
                .deb("came", "1")
                .build());

        assertThat(after).isEqualTo(before);
        assertThat(ARRIVALS).extracting(List::size).containsExactly(1);
        assertThat(packagesOf(after)).containsExactly("came 1 debian:12", "zlib 1.2 debian:12");
    }

    @Test
    void aScanBecomesTheFactsOfWhoeverRunsItsDigest() {
        String digest = digest(4);
        WorkloadSpec spec = runs("facts", digest);
        assertThat(details(spec).scan().isKnown()).isFalse();

        store(ImageContentsFixture.of(digest)
                .deb("curl", "7.88")
                .npm("odd", "1")
                .secret("private-key", "etc/ssl/key.pem")
                .file(FoundFile.Kind.SETUID, "usr/bin/su")
                .build());
        FINDINGS.put(
                packageId("curl", "7.88"),
                Observed.known(List.of(new Vulnerability("CVE-2026-1", Severity.CRITICAL, 9.8, "7.89", null))));

        ImageDetails details = details(spec);
        assertThat(details.user()).isEqualTo(Observed.known("1000"));
        assertThat(details.labels()).isEqualTo(Observed.known(Map.of("team", "shop")));
        assertThat(details.history().toOptional().orElseThrow())
                .containsExactly(new Instruction("ADD", "file:1 in /"), new Instruction("RUN", "apt-get update"));
        ImageScan scan = details.scan().toOptional().orElseThrow();
        assertThat(scan.operatingSystem()).isEqualTo("debian:12");
        assertThat(scan.secrets()).hasSize(1);
        assertThat(scan.files()).hasSize(1);
        assertThat(scan.packages()).extracting(ImageScan.InstalledPackage::name).containsExactly("curl", "odd");
        assertThat(scan.packages().getFirst().knownVulnerabilities())
                .extracting(Vulnerability::id)
                .containsExactly("CVE-2026-1");
        assertThat(scan.packages().getLast().vulnerabilities().isKnown())
                .as("no feed speaks for it")
                .isFalse();
        assertThat(due(spec)).contains("central looked into an image of it");
    }

    @Test
    void aContentIsFoundByEachDigestThatLeadsToIt() {
        String index = digest(5);
        WorkloadSpec spec = runs("index", index);
        central.bean(ScannedImages.class)
                .store(new ScannedContent(
                        ImageContentsFixture.of(digest(6)).deb("a", "1").build(),
                        Set.of(index),
                        null,
                        true,
                        "central",
                        "test 1",
                        central.clock().instant()));

        assertThat(details(spec).scan().isKnown()).isTrue();
    }

    @Test
    void anOldScanIsStaleAndAnotherLookMendsIt() {
        String digest = digest(7);
        WorkloadSpec spec = runs("stale", digest);
        ImageContents contents = ImageContentsFixture.of(digest).deb("b", "1").build();
        store(contents);
        assertThat(details(spec).scan().isKnown()).isTrue();

        central.clock().advance(Duration.ofDays(31));
        assertThat(details(spec).scan()).isInstanceOfSatisfying(Observed.Unknown.class, unknown -> {
            assertThat(unknown.reason()).isEqualTo(UnknownReason.STALE);
            assertThat(unknown.detail()).contains("more than 30 days ago");
        });

        store(contents);
        assertThat(details(spec).scan().isKnown()).isTrue();
    }

    @Test
    void anIncompleteScanSaysSo() {
        String digest = digest(8);
        WorkloadSpec spec = runs("incomplete", digest);
        store(ImageContentsFixture.of(digest)
                .deb("c", "1")
                .unread("var/lib/rpm/rpmdb.sqlite", "is cut off")
                .build());

        assertThat(details(spec).scan().toOptional().orElseThrow().incomplete())
                .contains("var/lib/rpm/rpmdb.sqlite")
                .contains("is cut off");
    }

    @Test
    void anImageOfWhichOnlyTheNameIsKnownCanHaveAContent() {
        WorkloadSpec spec = deployment("named", "named", "registry.example.com/named:1", false);
        central.send(spec);
        UUID image = central.jdbc()
                .sql("select id from images where name = 'registry.example.com/named:1'")
                .query(UUID.class)
                .single();
        central.bean(ScannedImages.class)
                .store(new ScannedContent(
                        ImageContentsFixture.of(digest(9)).deb("d", "1").build(),
                        Set.of(),
                        image,
                        false,
                        "an uploaded SBOM",
                        "test 1",
                        central.clock().instant()));

        ImageDetails details = details(spec);
        assertThat(details.scan().isKnown()).isTrue();
        assertThat(details.user().isKnown())
                .as("a bill of materials tells no configuration")
                .isFalse();
    }

    private static int store(ImageContents contents) {
        return central.bean(ScannedImages.class)
                .store(ScannedContent.of(
                        contents, "central", "test 1", central.clock().instant()));
    }

    private static WorkloadSpec runs(String name, String digest) {
        WorkloadSpec spec = deployment("scanned", name, "registry.example.com/" + name + ":1", false);
        central.send(spec, pod(spec, name + "-1", Digest.parse(digest).orElseThrow()));
        return spec;
    }

    private static ImageDetails details(WorkloadSpec spec) {
        UUID id = JudgingCentral.idOf(spec);
        return central.bean(KnownImages.class).ofWorkloads(List.of(id)).getOrDefault(id, Map.of()).values().stream()
                .findFirst()
                .orElse(ImageDetails.NOT_LOOKED_AT);
    }

    private static List<String> packagesOf(int content) {
        return central.jdbc()
                .sql("select p.name || ' ' || p.version || ' ' || p.distribution from packages p"
                        + " join image_packages i on i.package_id = p.id where i.content_id = ? order by 1")
                .param(content)
                .query(String.class)
                .list();
    }

    private static int packageId(String name, String version) {
        return central.jdbc()
                .sql("select id from packages where name = ? and version = ?")
                .params(name, version)
                .query(Integer.class)
                .single();
    }

    private static List<String> due(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select cause from judgement_due where workload_id = ?")
                .param(JudgingCentral.idOf(spec))
                .query(String.class)
                .list();
    }

    private static String digest(int number) {
        return "sha256:" + String.format("%064x", number);
    }
}
