package dev.breakwater.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The configuration of {@code docs/how-to/put-behind-a-proxy.md}, in a real nginx before the running product. */
class BehindNginxIT {

    private static Product product;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Nginx.isInstalled(), "nginx with its stream module is not installed, so it is not tried");
        product = Product.running();
        nginx = new Nginx(product.folder().resolve("nginx"), product);
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void aSensorEnrolsAndStreamsThroughIt() {
        TestCluster cluster = TestCluster.added(product, "behind-nginx");
        cluster.write("a.yaml", Manifests.deployment("shop", "passed", "registry.example.com/passed:1.0", false));

        try (SensorRun sensor = cluster.watchingThrough(nginx.linkPort())) {
            Eventually.answers(
                    Duration.ofSeconds(60),
                    "the workload arrives through nginx",
                    cluster::workloads,
                    found -> found.size() == 1);
        }
    }

    @Test
    void theConsoleSignsInAndIsToldOfChangesOverItsWebSocket() {
        TestCluster cluster = TestCluster.added(product, "seen-through-nginx");
        cluster.write("a.yaml", Manifests.deployment("shop", "first", "registry.example.com/first:1.0", false));
        List<WebSocket> sockets = new ArrayList<>();
        try (SensorRun sensor = cluster.watching();
                Chromium chromium = new Chromium(nginx.url())) {
            Eventually.answers(
                    Duration.ofSeconds(60),
                    "the first workload arrives",
                    cluster::workloads,
                    found -> found.size() == 1);
            Page page = chromium.open(ColorScheme.LIGHT, "coverage");
            page.onWebSocket(sockets::add);
            chromium.go(page, "inventory/workloads?q=cluster:seen-through-nginx");
            assertThat(page.locator("vaadin-grid-cell-content .bw-object").first())
                    .hasText("first", new LocatorAssertions.HasTextOptions().setTimeout(20_000));

            cluster.write("b.yaml", Manifests.deployment("shop", "second", "registry.example.com/second:1.0", false));

            Locator announced = page.locator(".bw-new-rows");
            assertThat(announced).containsText("1 new", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(sockets).isNotEmpty().noneMatch(WebSocket::isClosed);
            assertThat(page.context().cookies())
                    .filteredOn(cookie -> cookie.name.equals("JSESSIONID"))
                    .singleElement()
                    .satisfies(BehindNginxIT::isSafe);
        }
    }

    private static void isSafe(Cookie session) {
        assertThat(session.secure).isTrue();
        assertThat(session.httpOnly).isTrue();
    }
}
