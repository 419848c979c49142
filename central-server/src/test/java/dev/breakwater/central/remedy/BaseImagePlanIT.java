package dev.breakwater.central.remedy;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans.Base;
import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Outcome;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan with base images against what becomes of the scores when its steps are really made. */
class BaseImagePlanIT {

    private static final String DEBIAN = "registry.example.com/debian:";
    private static final List<String> NAMES = List.of("openssl", "curl", "bash", "zlib1g", "perl");

    private final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();
    private final Map<String, Built> bases = new TreeMap<>();
    private final Map<String, Built> images = new TreeMap<>();
    private int layers;

    /** An image as a build makes it: the layers of its base, and its own on top. */
    private static final class Built {
        private String base = "";
        private List<String> below = List.of();
        private final Map<String, String> fromBase = new TreeMap<>();
        private final Map<String, String> own = new TreeMap<>();
        private final List<String> removed = new ArrayList<>();
        private final String layer;
        private final String digest;

        Built(String digest, String layer) {
            this.digest = digest;
            this.layer = layer;
        }

        List<String> layers() {
            List<String> all = new ArrayList<>(below);
            all.add(layer);
            return all;
        }

        /** By package, its version and layer. */
        Map<String, String[]> packages() {
            Map<String, String[]> all = new TreeMap<>();
            fromBase.forEach((name, version) -> all.put(name, new String[] {version, below.getLast()}));
            removed.forEach(all::remove);
            own.forEach((name, version) -> all.put(name, new String[] {version, layer}));
            return all;
        }

        void on(String name, Built other) {
            base = name;
            below = other.layers();
            fromBase.clear();
            other.packages().forEach((one, at) -> fromBase.put(one, at[0]));
        }
    }

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void aNewerBaseIsAStepAndItsDropIsWhatBuildingOnItBrings() {
        base("12.1", Map.of("openssl", "3.0.10", "zlib1g", "1.2", "curl", "7"));
        base("12.4", Map.of("openssl", "3.0.12", "zlib1g", "1.2", "curl", "8"));
        image("shop", "web", "12.1").own.put("bash", "5.1");
        image("pay", "api", "12.1").removed.add("curl");
        scanAll();
        feed(
                advisory("CVE-2026-0001").severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.12"),
                advisory("CVE-2026-0003").severity(Severity.HIGH).in("Debian:12", "curl", "8"),
                advisory("CVE-2026-0004").severity(Severity.LOW).in("Debian:12", "bash", "5.2"),
                advisory("CVE-2026-0005").severity(Severity.HIGH).in("Debian:12", "zlib1g", ""));
        Plan plan = plan();
        Step first = plan.steps().getFirst();
        assertThat(first.kind()).isEqualTo(Kind.BASE_IMAGE);
        assertThat(first.label()).isEqualTo("Build on " + DEBIAN + "12.4 in place of " + DEBIAN + "12.1");
        assertThat(first.upgrade().from()).containsExactly("12.1");
        assertThat(first.upgrade().to()).isEqualTo("12.4");
        assertThat(first.vulnerabilities()).containsExactly("CVE-2026-0001", "CVE-2026-0003");
        assertThat(first.workloadCount()).isEqualTo(2);
        assertThat(first.imageCount()).isEqualTo(2);
        assertThat(plan.steps()).extracting(step -> step.upgrade().name()).contains("bash");
        assertThat(plan.bases()).extracting(Base::outcome).containsExactly(Outcome.PLANNED);
        assertThat(plan.imagesWithoutBase()).isZero();
        makeAll(plan);
    }

    @Test
    void whereNoNewerOneIsKnownThePlanSaysSoAndWhatToDo() {
        base("12.1", Map.of("openssl", "3.0.10"));
        image("shop", "web", "12.1");
        image("pay", "api", "").own.put("bash", "5.1");
        scanAll();
        feed(advisory("CVE-2026-0001").severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.12"));
        Plan plan = plan();
        assertThat(plan.steps()).extracting(Step::kind).containsExactly(Kind.PACKAGE);
        assertThat(plan.imagesWithoutBase()).isEqualTo(1);
        assertThat(plan.bases()).singleElement().satisfies(base -> {
            assertThat(base.outcome()).isEqualTo(Outcome.NO_CANDIDATE);
            assertThat(base.reason()).contains("No newer image");
            assertThat(base.image().outlook().advice()).contains("Watch registry.example.com/debian");
        });
        makeAll(plan);
    }

    @Test
    void aNewerBaseThatIsWorseIsNoStep() {
        base("12.1", Map.of("openssl", "3.0.12"));
        base("12.4", Map.of("openssl", "3.0.12", "perl", "5.36"));
        image("shop", "web", "12.1");
        scanAll();
        feed(
                advisory("CVE-2026-0001").severity(Severity.CRITICAL).in("Debian:12", "perl", ""),
                advisory("CVE-2026-0002").severity(Severity.LOW).in("Debian:12", "openssl", ""));
        Plan plan = plan();
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.bases()).extracting(Base::outcome).containsExactly(Outcome.NOT_IN_PLAN);
    }

    @Test
    void onePlanForOneImage() {
        base("12.1", Map.of("openssl", "3.0.10"));
        base("12.4", Map.of("openssl", "3.0.12"));
        Built web = image("shop", "web", "12.1");
        image("pay", "api", "12.1");
        scanAll();
        feed(advisory("CVE-2026-0001").severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.12"));
        Plan plan = central.bean(FixPlans.class).ofImage(web.digest, 5, AccessScope.EVERYTHING);
        assertThat(plan.workloads()).isEqualTo(1);
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.images()).allMatch(name -> name.endsWith(web.digest));
            assertThat(step.workloads()).extracting(FixPlans.Move::namespace).containsExactly("shop");
        });
        assertThat(plan.before()).isGreaterThan(plan.after());
    }

    /** Random bases, images and advisories: whatever the plan says, making it brings exactly that. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsThereEachDropIsWhatMakingTheStepBrings(long seed) {
        Random random = new Random(seed);
        for (int tag = 1; tag <= 4; tag++) {
            Map<String, String> packages = new HashMap<>();
            for (String name : NAMES) {
                if (random.nextInt(4) > 0) {
                    packages.put(name, version(random));
                }
            }
            base("12." + tag, packages);
            if (tag > 1 && random.nextInt(3) == 0) {
                bases.get("12." + tag).on("12." + (tag - 1), bases.get("12." + (tag - 1)));
            }
        }
        for (int i = 0; i < 6; i++) {
            Built image = image("ns" + i % 2, "app" + i, random.nextInt(5) == 0 ? "" : "12." + (1 + random.nextInt(3)));
            NAMES.stream().filter(name -> random.nextInt(4) == 0).forEach(name -> image.own.put(name, version(random)));
            NAMES.stream()
                    .filter(name -> !image.own.containsKey(name) && random.nextInt(6) == 0)
                    // What was never there cannot be seen to be removed.
                    .filter(image.fromBase::containsKey)
                    .forEach(image.removed::add);
        }
        scanAll();
        AdvisoryFixture[] advisories = new AdvisoryFixture[12];
        for (int i = 0; i < advisories.length; i++) {
            Severity severity = Severity.values()[random.nextInt(4)];
            advisories[i] = advisory("CVE-2026-1" + (100 + i)).severity(severity);
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String version = random.nextInt(5) == 0 ? "" : version(random);
            advisories[i] = random.nextInt(4) == 0 && !version.isEmpty()
                    ? advisories[i].since("Debian:12", name, version)
                    : advisories[i].in("Debian:12", name, version);
        }
        feed(advisories);
        Plan plan = plan();
        assertThat(plan.before()).isCloseTo(total(), within(1e-9));
        makeAll(plan);
    }

    private static String version(Random random) {
        return "1." + (1 + random.nextInt(6));
    }

    private void base(String tag, Map<String, String> packages) {
        Built base = new Built(digest("b", bases.size()), layer());
        base.own.putAll(packages);
        bases.put(tag, base);
    }

    private Built image(String namespace, String name, String base) {
        Built image = new Built(digest("a", images.size()), layer());
        if (!base.isEmpty()) {
            image.on(base, bases.get(base));
        }
        images.put(image.digest, image);
        central.send(deployment(namespace, name, "registry.example.com/" + name + "@" + image.digest, false));
        return image;
    }

    private String layer() {
        return "sha256:%064x".formatted(1000 + layers++);
    }

    private static String digest(String kind, int number) {
        return "sha256:" + kind.repeat(8) + "%056x".formatted(number);
    }

    private void makeAll(Plan plan) {
        for (Step step : plan.steps()) {
            assertThat(step.before()).as("before " + step.label()).isCloseTo(total(), within(1e-9));
            make(step);
            assertThat(step.after()).as("after " + step.label()).isCloseTo(total(), within(1e-9));
        }
    }

    /** Builds the images anew as the step says, and looks into them. */
    private void make(Step step) {
        central.clock().advance(Duration.ofMinutes(1));
        images.values().forEach(image -> {
            if (step.kind() == Kind.BASE_IMAGE) {
                if (step.upgrade().from().contains(image.base)) {
                    image.on(step.upgrade().to(), bases.get(step.upgrade().to()));
                }
            } else {
                String[] has = image.packages().get(step.upgrade().name());
                if (has != null
                        && VersionScheme.DEB.compare(has[0], step.upgrade().to()) < 0
                        && isMended(step.upgrade().name(), has[0])) {
                    image.own.put(step.upgrade().name(), step.upgrade().to());
                }
            }
        });
        scanAll();
        settle();
    }

    /** Whether something is found in it for which there is a fix: the others are not upgraded. */
    private boolean isMended(String name, String version) {
        return central.jdbc()
                .sql("select exists (select 1 from packages p join package_findings f on f.package_id = p.id"
                        + " where p.name = ? and p.version = ? and f.fixed_version <> '')")
                .params(name, version)
                .query(Boolean.class)
                .single();
    }

    private void scanAll() {
        bases.forEach((tag, base) -> store(base, DEBIAN + tag));
        images.values().forEach(image -> store(image, ""));
    }

    private void store(Built image, String reference) {
        ImageContentsFixture contents =
                ImageContentsFixture.of(image.digest).layers(image.layers()).reference(reference);
        image.packages().forEach((name, at) -> contents.deb(name, at[0], at[1]));
        central.bean(ScannedImages.class)
                .store(ScannedContent.of(
                        contents.build(), "central", "test", central.clock().instant()));
    }

    private void feed(AdvisoryFixture... advisories) {
        central.bean(FeedImport.class).take(AdvisoryFixture.feed("debian", advisories));
        settle();
    }

    private Plan plan() {
        return central.bean(FixPlans.class).plan(PlaceFilter.EVERYWHERE, 20, AccessScope.EVERYTHING);
    }

    private void settle() {
        JudgedFleet.settle(central);
    }

    private double total() {
        return JudgedFleet.total(central);
    }
}
