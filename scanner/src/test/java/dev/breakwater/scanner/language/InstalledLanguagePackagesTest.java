package dev.breakwater.scanner.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.UnreadableEntry;
import org.junit.jupiter.api.Test;

class InstalledLanguagePackagesTest {

    @Test
    void readsAnInstalledNpmPackage() throws Exception {
        assertThat(Given.file(
                                "app/node_modules/.pnpm/lodash@4.17.4/node_modules/lodash/package.json",
                                "{\"name\":\"lodash\",\"dependencies\":{\"name\":\"other\"},\"version\":\"4.17.4\"}")
                        .packages())
                .containsExactly(new InstalledPackage(
                        "lodash",
                        "4.17.4",
                        "",
                        PackageType.NPM,
                        "pkg:npm/lodash@4.17.4",
                        "",
                        "",
                        "app/node_modules/.pnpm/lodash@4.17.4/node_modules/lodash/package.json",
                        ""));
        assertThat(Given.file("usr/lib/node_modules/@a/b/package.json", "{\"name\":\"@a/b\",\"version\":\"1.0.0\"}")
                        .found())
                .containsExactly("@a/b 1.0.0");
    }

    @Test
    void leavesOutPackageJsonThatIsNoInstalledPackage() throws Exception {
        assertThat(Given.file("app/package.json", "{}").isWanted()).isFalse();
        assertThat(Given.file("app/node_modules/a/dist/esm/package.json", "{}").isWanted())
                .isFalse();
        assertThat(Given.file("app/node_modules/a/package.json", "{\"type\":\"module\"}")
                        .found())
                .isEmpty();
    }

    @Test
    void saysWhyAPackageJsonCannotBeRead() {
        assertThatThrownBy(() -> Given.file("node_modules/a/package.json", "{\"name\": \"a\", ")
                        .packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageStartingWith("is not a valid package.json: ");
    }

    @Test
    void saysWhichPackageItCannotTake() {
        assertThatThrownBy(() -> Given.file(
                                "node_modules/evil/package.json", "{\"name\":\"evil pack\",\"version\":\"1.0.0\"}")
                        .packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("names 'evil pack', which is no name of a package");
        assertThatThrownBy(() -> Given.file("node_modules/a/package.json", "{\"name\":\"a\"}")
                        .packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("names 'a' without a version, so that nothing can be said of it");
        assertThatThrownBy(
                        () -> Given.file("x/a.dist-info/METADATA", "Name: a\n").packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("names 'a' without a version, so that nothing can be said of it");
    }

    @Test
    void keepsTheOtherPackagesOfAFileWithOneThatItCannotTake() {
        assertThatThrownBy(() -> Given.file(
                                "package-lock.json",
                                "{\"packages\":{\"node_modules/a\":{\"version\":\"1.0.0\"},"
                                        + "\"node_modules/b c\":{\"version\":\"1.0.0\"},"
                                        + "\"node_modules/d\":{\"version\":\"1.0 0\"},"
                                        + "\"node_modules/folder\":{\"version\":\"file:../folder\"}}}")
                        .packages())
                .isInstanceOfSatisfying(UnreadableEntry.class, refused -> {
                    assertThat(refused).hasMessage("names 'b c', which is no name of a package, and 1 more like it");
                    assertThat(refused.found())
                            .extracting(InstalledPackage::name)
                            .containsExactly("a");
                });
    }

    @Test
    void readsPythonMetadataUpToItsDescription() throws Exception {
        String metadata = "Metadata-Version: 2.1\nName: Werkzeug\nVersion: 0.11.1\nSummary: x\n y\n\nName: other\n";
        assertThat(Given.file("usr/lib/python3/dist-packages/Werkzeug-0.11.1.dist-info/METADATA", metadata)
                        .packages())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.name()).isEqualTo("Werkzeug");
                    assertThat(one.purl()).isEqualTo("pkg:pypi/werkzeug@0.11.1");
                });
        assertThat(Given.file("usr/lib/python3/dist-packages/six.egg-info/PKG-INFO", metadata)
                        .found())
                .hasSize(1);
        assertThat(Given.file("usr/lib/python3/dist-packages/mercurial-6.egg-info", metadata)
                        .found())
                .hasSize(1);
        assertThat(Given.file("usr/share/METADATA", metadata).isWanted()).isFalse();
    }

    @Test
    void readsAGemSpecificationWithoutRunningIt() throws Exception {
        String spec = """
                # -*- encoding: utf-8 -*-
                # stub: rake 13.0.6 ruby lib

                Gem::Specification.new do |s|
                  s.name = "rake".freeze
                  s.version = "13.0.6"
                  s.metadata = { "name" => "x" }
                end
                """;
        assertThat(Given.file("var/lib/gems/3.1.0/specifications/rake-13.0.6.gemspec", spec)
                        .found())
                .containsExactly("rake 13.0.6");
        assertThat(Given.file("usr/lib/ruby/gems/specifications/default/rake-13.0.6.gemspec", spec)
                        .found())
                .hasSize(1);
        assertThat(Given.file("var/lib/gems/3.1.0/gems/rake-13.0.6/rake.gemspec", spec)
                        .isWanted())
                .isFalse();
    }

    @Test
    void readsWhatBitnamiSaysOfItsOwnComponents() throws Exception {
        String document = """
                {"spdxVersion":"SPDX-2.3","name":"redis","packages":[
                  {"name":"redis","versionInfo":"7.0.0-1","externalRefs":[
                    {"referenceType":"purl","referenceLocator":"pkg:bitnami/redis@7.0.0-1?arch=amd64&distro=debian-11"}]},
                  {"name":"jemalloc","versionInfo":"5.2.1","externalRefs":[
                    {"referenceType":"purl","referenceLocator":"pkg:github/jemalloc/jemalloc@5.2.1"}]}]}
                """;
        assertThat(Given.file("opt/bitnami/redis/.spdx-redis.spdx", document).packages())
                .extracting(InstalledPackage::purl)
                .containsExactly("pkg:bitnami/redis@7.0.0-1");
        assertThat(Given.file("usr/share/x.spdx", document).isWanted()).isFalse();
    }
}
