package dev.breakwater.central.images.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.images.ImageWatches.Draft;
import dev.breakwater.central.platform.InvalidRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of repositories can be watched. */
class WatchedNamesTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx",
        "docker.io/library/nginx, docker.io/library/nginx",
        "registry.example.com:5000/shop/a__b/web-x, registry.example.com:5000/shop/a__b/web-x",
        "[2001:db8::1]:5000/shop/web, [2001:db8::1]:5000/shop/web",
        "localhost/web, localhost/web",
    })
    void aRepositoryIsTaken(String name, String meant) {
        var found = StoredWatches.check(new Draft(name, "", ""));
        assertThat(found.registry() + "/" + found.repository()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host.example/shop/../../etc",
                "host.example/shop//web",
                "host.example/shop/web/",
                "host.example/Shop/web",
                "host.example/shop/web:1.2",
                "host.example/shop/web:",
                "host.example/shop/web@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "https://host.example/shop/web",
                "host.example/",
                "ho st.example/web",
                "host.example:port/web",
            })
    void whatIsNoneIsRefusedByName(String name) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> StoredWatches.check(new Draft(name, "", "")))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("name");
                    assertThat(refused.value()).isEqualTo(name);
                    assertThat(refused.allowed()).contains("without tag or digest");
                });
    }
}
