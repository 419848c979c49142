package dev.breakwater.central.images.internal.base;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.images.BaseImage.Newer;
import dev.breakwater.central.images.BaseImage.Recognised;
import dev.breakwater.central.images.BaseImage.State;
import dev.breakwater.central.images.BaseImages;
import dev.breakwater.central.images.BaseImages.Standing;
import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.testing.JudgingCentral;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an image is built on, by its labels and by its layers. */
class BaseImagesIT {

    private static final String APP = digest("a0");
    private static final String DEBIAN = digest("d1");
    private static final String NEWER = digest("d2");
    private static final String NODE = digest("e1");
    private static final String ROOT = digest("01");
    private static final String NEW_ROOT = digest("02");
    private static final String RUNTIME = digest("03");
    private static final String OWN = digest("04");

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();

    @BeforeEach
    void run() {
        central.send(deployment("shop", "web", "registry.example.com/web@" + APP, false));
    }

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void theBaseIsTheKnownImageWithMostOfTheLowestLayers() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        scan(image(NODE, ROOT, RUNTIME).reference("registry.example.com/node:20.1-debian"));
        scan(image(APP, ROOT, RUNTIME, OWN));
        Standing standing = base();
        assertThat(standing.base()).satisfies(base -> {
            assertThat(base.name()).isEqualTo("registry.example.com/node:20.1-debian");
            assertThat(base.digest()).isEqualTo(NODE);
            assertThat(base.layers()).isEqualTo(2);
            assertThat(base.recognisedBy()).containsExactly(Recognised.LAYERS);
        });
        assertThat(standing.below()).extracting(BaseImage::name).containsExactly("registry.example.com/debian:12.1");
    }

    @Test
    void ofWhatIsAloneNoneIsKnownAndItSaysWhy() {
        assertThat(base().base()).isNull();
        assertThat(base().reason()).contains("Nobody has looked");
        scan(image(APP, ROOT, OWN));
        assertThat(base().base()).isNull();
        assertThat(base().reason()).contains("lowest layers");
        // one with the same layers in another order, one with more of them, and one that is equal are no base
        scan(image(DEBIAN, OWN, ROOT));
        scan(image(NEWER, ROOT, OWN, RUNTIME));
        scan(image(NODE, ROOT, OWN));
        assertThat(base().base()).isNull();
    }

    @Test
    void labelsNameTheBaseAndSayWhatToDoWhereNobodyHasLookedIntoIt() {
        scan(image(APP, ROOT, OWN).label("org.opencontainers.image.base.name", "registry.example.com/debian:12.1"));
        assertThat(base().base()).satisfies(base -> {
            assertThat(base.recognisedBy()).containsExactly(Recognised.LABELS);
            assertThat(base.name()).isEqualTo("registry.example.com/debian:12.1");
            assertThat(base.contentId()).isNull();
            assertThat(base.outlook().state()).isEqualTo(State.NO_CANDIDATE);
            assertThat(base.outlook().toScan()).isEqualTo("registry.example.com/debian:12.1");
        });
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        assertThat(base().base()).satisfies(base -> {
            assertThat(base.recognisedBy()).containsExactly(Recognised.LABELS, Recognised.LAYERS);
            assertThat(base.digest()).isEqualTo(DEBIAN);
        });
    }

    @Test
    void whatTheDigestOfTheLabelsNamesIsNearerThanWhatIsBuiltOnIt() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        scan(image(NODE, ROOT, RUNTIME).reference("registry.example.com/node:20.1"));
        scan(image(APP, ROOT, RUNTIME, OWN).label("org.opencontainers.image.base.digest", DEBIAN));
        assertThat(base().base().digest()).isEqualTo(DEBIAN);
        assertThat(base().below()).isEmpty();
    }

    @Test
    void newerImagesOfTheSeriesThatWereLookedIntoAreCandidates() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        scan(image(APP, ROOT, OWN));
        assertThat(base().base().outlook().toWatch()).isEqualTo("registry.example.com/debian");
        scan(image(NEWER, NEW_ROOT).reference("registry.example.com/debian:12.3"));
        scan(image(digest("d3"), digest("05")).reference("registry.example.com/debian:12.2"));
        scan(image(digest("d4"), digest("06")).reference("registry.example.com/debian:13.1"));
        scan(image(digest("d5"), digest("07")).reference("registry.example.com/debian:12.0"));
        scan(image(digest("d6"), digest("08"))
                .reference("registry.example.com/debian:12.9")
                .unread("layer", "it broke off"));
        assertThat(base().base().newer())
                .extracting(Newer::name)
                .containsExactly("registry.example.com/debian:12.3", "registry.example.com/debian:12.2");
        assertThat(base().base().outlook().state()).isEqualTo(State.CANDIDATE);
        central.clock().advance(Duration.ofDays(40));
        assertThat(base().base().newer()).isEmpty();
        assertThat(base().base().outlook().reason()).contains("12.9").contains("too old");
    }

    @Test
    void aTagOfTheRegistryThatNobodyLookedIntoIsToBeScanned() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        scan(image(APP, ROOT, OWN));
        central.jdbc()
                .sql("insert into registry_repositories values ('registry.example.com', 'debian', now(), now(), '', 2)")
                .update();
        assertThat(base().base().outlook().reason()).contains("newest of its series");
        central.jdbc()
                .sql("insert into registry_tags values ('registry.example.com', 'debian', '12.4', null, null, now())")
                .update();
        assertThat(base().base().outlook().toScan()).isEqualTo("registry.example.com/debian:12.4");
    }

    @Test
    void aLaterTagThatAddsLayersToAnEarlierOneIsTheBaseAlone() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        scan(image(NEWER, ROOT, RUNTIME).reference("registry.example.com/debian:12.2"));
        scan(image(APP, ROOT, RUNTIME, OWN));
        assertThat(base().base().digest()).isEqualTo(NEWER);
        assertThat(base().below()).isEmpty();
        scan(image(APP, ROOT, OWN));
        assertThat(base().base().newer()).extracting(Newer::digest).containsExactly(NEWER);
    }

    @Test
    void anImageIsNoNewerOneOfItsOwnBase() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        scan(image(APP, ROOT, OWN).reference("registry.example.com/debian:12.2"));
        assertThat(base().base().digest()).isEqualTo(DEBIAN);
        assertThat(base().base().newer()).isEmpty();
        assertThat(base().base().outlook().state()).isEqualTo(State.NO_CANDIDATE);
        assertThat(base().base().outlook().reason() + base().base().outlook().advice())
                .doesNotContain("12.2");
        scan(image(NEWER, NEW_ROOT).reference("registry.example.com/debian:12.3"));
        assertThat(base().base().newer()).extracting(Newer::digest).containsExactly(NEWER);
    }

    @Test
    void aTagWithoutNumbersMoves() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:stable"));
        scan(image(APP, ROOT, OWN));
        scan(image(NEWER, NEW_ROOT)
                .reference("registry.example.com/debian:stable")
                .created(Instant.parse("2026-05-25T00:00:00Z")));
        assertThat(base().base().newer()).extracting(Newer::digest).containsExactly(NEWER);
    }

    @Test
    void whatWasKeptBeforeIsWorkedOutLater() {
        scan(image(DEBIAN, ROOT).reference("registry.example.com/debian:12.1"));
        scan(image(APP, ROOT, OWN));
        central.jdbc().sql("delete from content_layers").update();
        central.jdbc().sql("delete from content_names").update();
        central.jdbc().sql("update image_contents set chain_id = null").update();
        assertThat(base().base()).isNull();
        ChainBackfill backfill = central.bean(ChainBackfill.class);
        assertThat(backfill.some()).isEqualTo(2);
        assertThat(backfill.some()).isZero();
        assertThat(base().base().name()).isEqualTo("registry.example.com/debian:12.1");
    }

    @Test
    void whoMayNotSeeTheImageIsToldNothing() {
        scan(image(APP, ROOT, OWN));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        central.bean(BaseImages.class).of(APP, AccessScope.ofNamespace(JudgingCentral.CLUSTER, "pay")));
    }

    private Standing base() {
        return central.bean(BaseImages.class).of(APP, AccessScope.EVERYTHING);
    }

    private static ImageContentsFixture image(String digest, String... layers) {
        return ImageContentsFixture.of(digest).layers(List.of(layers));
    }

    private void scan(ImageContentsFixture image) {
        central.bean(ScannedImages.class)
                .store(ScannedContent.of(
                        image.build(), "central", "test", central.clock().instant()));
    }

    private static String digest(String pair) {
        return "sha256:" + pair.repeat(32);
    }
}
