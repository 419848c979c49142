package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the documentation, taken of the demo fleet so that they show what there is. They are kept in
 * {@code target/pictures}; with {@code -Dbreakwater.docs.write=true} they are taken anew for {@code docs/images}, of a product
 * of their own, which is given ninety days to look back on.
 */
class PicturesIT {

    private static final boolean WRITE = Boolean.getBoolean("breakwater.docs.write");
    private static final Path FOLDER = Product.ROOT.resolve(WRITE ? "docs/images" : "launcher/target/pictures");

    /** Less than this is no page with something on it. */
    private static final long LEAST_BYTES = 30_000;

    /** So many of the sample's vulnerabilities are in the demo's images at least. */
    private static final int FOUND = 10;

    /**
     * A page, and what has to be there before it is complete.
     *
     * @param click the text of a row that is opened first, empty for none
     */
    private record Shot(String name, String path, String click, String complete) {}

    private static final List<Shot> SHOTS = List.of(
            new Shot("overview", "", "", "bw-chart svg"),
            new Shot("violations", "violations", "jenkins-agent", ".bw-detail .bw-diff"),
            new Shot("risk", "risk", "legacy-ftp", ".bw-what-if-answer"),
            new Shot("policies", "policies", "Container runtime socket mounted", ".bw-detail h2"),
            new Shot("coverage", "coverage", "", ".bw-sight"),
            new Shot("compliance", "compliance", "", ".bw-heat-cell .bw-heat-figure"));

    /** Only of a product of its own: what feeds say changes what others look at. */
    private static final Shot VULNERABILITIES =
            new Shot("vulnerabilities", "vulnerabilities", "", ".bw-cloud bw-chart svg");

    @Test
    void areTakenInBothColours() throws IOException, SQLException {
        Product product = WRITE ? Product.ofItsOwn("pictures") : Product.running();
        if (WRITE) {
            lookBack(product);
            feed(product);
        }
        List<Shot> shots = WRITE
                ? Stream.concat(SHOTS.stream(), Stream.of(VULNERABILITIES)).toList()
                : SHOTS;
        Files.createDirectories(FOLDER);
        try (Chromium chromium = new Chromium(product.url())) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = chromium.open(scheme, "coverage");
                for (Shot shot : shots) {
                    Path picture =
                            FOLDER.resolve(shot.name() + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
                    take(chromium, page, shot, picture);
                    assertThat(picture).as(shot.name()).exists();
                    assertThat(Files.size(picture)).as(shot.name()).isGreaterThan(LEAST_BYTES);
                }
            }
        } finally {
            if (WRITE) {
                product.launcher().destroy();
            }
        }
    }

    private static void take(Chromium chromium, Page page, Shot shot, Path picture) {
        chromium.go(page, shot.path());
        if (!shot.click().isEmpty()) {
            page.locator("vaadin-grid-cell-content:visible", new Page.LocatorOptions().setHasText(shot.click()))
                    .first()
                    .click();
        }
        page.locator(shot.complete()).first().waitFor();
        page.waitForFunction(
                "document.fonts.status === 'loaded'"
                        + " && Object.values(Vaadin.Flow.clients).every((client) => !client.isActive || !client.isActive())"
                        + " && [...document.querySelectorAll('.v-loading-indicator')].every((line) => line.style.display === 'none')");
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }

    /** Feeds that know something of the demo's images, and the counts that follow. */
    private static void feed(Product product) throws IOException {
        product.admin().upload("/api/v1/feeds", "sample.zip", SampleFeeds.advisories());
        product.admin().upload("/api/v1/feeds", "sample-epss.csv", SampleFeeds.scores());
        product.admin().upload("/api/v1/feeds", "sample-kev.json", SampleFeeds.exploited());
        Eventually.answers(
                Duration.ofMinutes(1),
                "counting what is wrong with the demo's images",
                () -> product.admin()
                        .all("vulnerabilities", "running:yes epss:>0")
                        .size(),
                count -> count >= FOUND);
    }

    /** Ninety days of violations by day, as if the fleet had been watched since then. */
    private static void lookBack(Product product) throws SQLException, IOException {
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            statement.execute("delete from violation_days where day < current_date");
            statement.execute("""
                    insert into violation_days
                    select d::date, v.cluster_id, v.namespace, v.platform, v.severity,
                           (v.n * (1.05 + 0.12 * sin(extract(epoch from d) / 86400 / 9.0) + (current_date - d::date) / 240.0))::int,
                           mod(extract(doy from d)::int * 7 + v.severity, 3), mod(extract(doy from d)::int * 5 + v.severity, 4), 1,
                           (v.severity * 86400 * (1 + mod(extract(doy from d)::int, 4)))::bigint
                    from (select cluster_id, namespace, platform, severity, count(*) n
                          from violations where state = 'OPEN' group by 1, 2, 3, 4) v
                    cross join generate_series(current_date - 89, current_date - 1, interval '1 day') d
                    on conflict do nothing""");
            statement.execute(
                    "insert into violation_day_marks select d::date, now()"
                            + " from generate_series(current_date - 89, current_date - 1, interval '1 day') d on conflict do nothing");
            statement.execute(
                    "update violations set opened_at = opened_at - (mod(abs(hashtext(id::text)), 60) + 1) * interval '31 hours'");
            // The last day is counted again from what happened, so that has to have happened then.
            statement.execute(
                    "update violation_history h set at = v.opened_at from violations v where v.id = h.violation_id");
        }
    }
}
