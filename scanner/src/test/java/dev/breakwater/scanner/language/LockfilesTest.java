package dev.breakwater.scanner.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.read.UnreadableEntry;
import org.junit.jupiter.api.Test;

class LockfilesTest {

    @Test
    void npm() throws Exception {
        assertThat(Given.file("app/package-lock.json", """
                        {"name":"shop","lockfileVersion":3,"packages":{
                          "":{"name":"shop","version":"1.0.0"},
                          "packages/ws":{"version":"1.0.0"},
                          "node_modules/ws":{"resolved":"packages/ws","link":true},
                          "node_modules/a":{"version":"1.0.0"},
                          "node_modules/@s/b":{"version":"2.0.0"},
                          "node_modules/a/node_modules/@s/b":{"version":"1.9.0"},
                          "node_modules/jest":{"version":"29.0.0","dev":true},
                          "node_modules/alias":{"name":"real","version":"3.0.0"},
                          "node_modules/git":{"version":"git+ssh://git@x/y.git#abc"}}}
                        """).found())
                .containsExactly("a 1.0.0", "@s/b 2.0.0", "@s/b 1.9.0", "real 3.0.0");
        assertThat(Given.file("package-lock.json", """
                        {"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","dependencies":{"b":{"version":"2.0.0"}}},
                         "c":{"version":"npm:d@4.0.0"},"e":{"version":"1.0.0","dev":true}}}
                        """).found()).containsExactly("a 1.0.0", "b 2.0.0", "d 4.0.0");
    }

    @Test
    void yarn() throws Exception {
        assertThat(Given.file("yarn.lock", """
                        # yarn lockfile v1

                        "@babel/core@^7.0.0", "@babel/core@^7.1.0":
                          version "7.2.2"
                          resolved "https://registry.yarnpkg.com/x.tgz#1"
                          dependencies:
                            lodash "^4.17.10"

                        lodash@^4.17.10:
                          version "4.17.11"

                        "other@npm:minimist@^1.0.0":
                          version "1.2.0"
                        """).found())
                .containsExactly("@babel/core 7.2.2", "lodash 4.17.11", "minimist 1.2.0");
        assertThat(Given.file("yarn.lock", """
                        __metadata:
                          version: 8

                        "lodash@npm:^4.17.21, lodash@npm:^4.17.4":
                          version: 4.17.21
                          resolution: "lodash@npm:4.17.21"
                          checksum: 1
                          languageName: node

                        "shop@workspace:.":
                          version: 0.0.0-use.local
                          resolution: "shop@workspace:."
                          languageName: unknown
                        """).found()).containsExactly("lodash 4.17.21");
    }

    @Test
    void pnpm() throws Exception {
        assertThat(Given.file("pnpm-lock.yaml", """
                        lockfileVersion: 5.4
                        packages:
                          /lodash/4.17.4:
                            resolution: {integrity: x}
                            dev: false
                          /@babel/core/7.0.0_peer@1.0.0:
                            dev: false
                          /jest/29.0.0:
                            dev: true
                        """).found()).containsExactly("lodash 4.17.4", "@babel/core 7.0.0");
        assertThat(Given.file("pnpm-lock.yaml", """
                        lockfileVersion: '6.0'
                        packages:
                          /@babel/core@7.0.0(peer@1.0.0):
                            dev: false
                          github.com/x/y/abc:
                            name: y
                            version: 1.5.0
                        """).found()).containsExactly("@babel/core 7.0.0", "y 1.5.0");
        assertThat(Given.file("pnpm-lock.yaml", """
                        lockfileVersion: '9.0'
                        packages:
                          '@babel/core@7.0.0':
                            resolution: {integrity: x}
                          lodash@4.17.21:
                            resolution: {integrity: x}
                        snapshots:
                          lodash@4.17.21: {}
                        """).found()).containsExactly("@babel/core 7.0.0", "lodash 4.17.21");
    }

    @Test
    void bun() throws Exception {
        assertThat(Given.file("bun.lock", """
                        { // made by bun
                          "lockfileVersion": 1,
                          "packages": {
                            "@types/bun": ["@types/bun@1.2.14", "", {}, "sha512-x"],
                            "ws": ["ws@workspace:packages/ws"],
                          },
                        }
                        """).found()).containsExactly("@types/bun 1.2.14");
    }

    @Test
    void python() throws Exception {
        assertThat(Given.file("requirements.txt", """
                        # comment
                        Flask==2.0.1
                        requests[security] == 2.26.0 ; python_version >= "3.6"
                        urllib3==1.26.5 --hash=sha256:abc \\
                        click>=8.0
                        django==3.*
                        -r other.txt
                        """).found())
                .containsExactly("Flask 2.0.1", "requests 2.26.0", "urllib3 1.26.5");
        assertThat(Given.file(
                                "Pipfile.lock",
                                "{\"default\":{\"werkzeug\":{\"version\":\"==0.11.1\"},\"own\":{\"path\":\".\"}},\"develop\":{\"pytest\":{\"version\":\"==7\"}}}")
                        .found())
                .containsExactly("werkzeug 0.11.1");
        assertThat(Given.file("poetry.lock", """
                        [[package]]
                        name = "click"
                        version = "8.1.3"
                        category = "main"

                        [[package]]
                        name = "pytest"
                        version = "7.0.0"
                        category = "dev"
                        """).found()).containsExactly("click 8.1.3");
        assertThat(Given.file("uv.lock", """
                        version = 1
                        [[package]]
                        name = "shop"
                        version = "0.1.0"
                        source = { virtual = "." }
                        [[package]]
                        name = "click"
                        version = "8.1.3"
                        source = { registry = "https://pypi.org/simple" }
                        """).found()).containsExactly("click 8.1.3");
        assertThat(Given.file("pylock.prod.toml", "[[packages]]\nname = \"click\"\nversion = \"8.1.3\"\n")
                        .found())
                .containsExactly("click 8.1.3");
    }

    @Test
    void go() throws Exception {
        assertThat(Given.file("go.mod", """
                        module example.com/shop

                        go 1.21

                        require golang.org/x/net v0.1.0 // indirect
                        require (
                            github.com/Masterminds/semver v1.5.0
                            example.com/old v1.0.0
                            example.com/local v1.0.0
                        )
                        replace example.com/old v1.0.0 => example.com/new v1.1.0
                        replace example.com/local => ../local
                        exclude example.com/x v1.0.0
                        """).found())
                .containsExactly(
                        "golang.org/x/net v0.1.0", "github.com/Masterminds/semver v1.5.0", "example.com/new v1.1.0");
    }

    @Test
    void rustRubyAndPhp() throws Exception {
        assertThat(Given.file("Cargo.lock", """
                        version = 3
                        [[package]]
                        name = "shop"
                        version = "0.1.0"
                        [[package]]
                        name = "time"
                        version = "0.1.44"
                        source = "registry+https://github.com/rust-lang/crates.io-index"
                        """).found()).containsExactly("time 0.1.44");
        assertThat(Given.file("Gemfile.lock", """
                        PATH
                          remote: .
                          specs:
                            shop (0.1.0)
                              rack

                        GEM
                          remote: https://rubygems.org/
                          specs:
                            nokogiri (1.15.0-x86_64-linux)
                              racc (~> 1.4)
                            rack (2.2.3)

                        DEPENDENCIES
                          rack
                        """).found()).containsExactly("nokogiri 1.15.0", "rack 2.2.3");
        assertThat(Given.file(
                                "composer.lock",
                                "{\"packages\":[{\"name\":\"a/b\",\"version\":\"v1.2.3\"}],\"packages-dev\":[{\"name\":\"c/d\",\"version\":\"1\"}]}")
                        .found())
                .containsExactly("a/b v1.2.3");
        assertThat(Given.file("app/vendor/composer/installed.json", "[{\"name\":\"a/b\",\"version\":\"1.0\"}]")
                        .found())
                .containsExactly("a/b 1.0");
        assertThat(Given.file(
                                "app/vendor/composer/installed.json",
                                "{\"packages\":[{\"name\":\"a/b\",\"version\":\"1.0\"}],\"dev\":true}")
                        .found())
                .containsExactly("a/b 1.0");
    }

    @Test
    void dotNet() throws Exception {
        assertThat(Given.file("packages.lock.json", """
                        {"version":1,"dependencies":{"net6.0":{"Newtonsoft.Json":{"type":"Direct","requested":"[9.0.1, )","resolved":"9.0.1"},
                          "own":{"type":"Project"}}}}
                        """).found()).containsExactly("Newtonsoft.Json 9.0.1");
        assertThat(Given.file(
                                "packages.config",
                                "<?xml version=\"1.0\"?><packages><package id=\"A\" version=\"1.0\"/><package id=\"B\" version=\"2\" developmentDependency=\"true\"/></packages>")
                        .found())
                .containsExactly("A 1.0");
        assertThat(Given.file(
                                "Directory.Packages.props",
                                "<Project><ItemGroup><PackageVersion Include=\"A\" Version=\"1.0\"/><PackageVersion Include=\"B\" Version=\"$(V)\"/></ItemGroup></Project>")
                        .found())
                .containsExactly("A 1.0");
        assertThat(Given.file("app/shop.deps.json", """
                        {"runtimeTarget":{"name":"x"},"libraries":{"shop/1.0.0":{"type":"project"},"Newtonsoft.Json/9.0.1":{"type":"package"},
                          "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/6.0.1":{"type":"runtimepack"}}}
                        """).found())
                .containsExactly("Newtonsoft.Json 9.0.1", "Microsoft.NETCore.App.Runtime.linux-x64 6.0.1");
    }

    @Test
    void jvmBuilds() throws Exception {
        assertThat(Given.file("gradle.lockfile", """
                        # This is a Gradle generated file
                        org.apache.logging.log4j:log4j-core:2.14.1=compileClasspath,runtimeClasspath
                        junit:junit:4.13=testCompileClasspath,testRuntimeClasspath
                        empty=annotationProcessor
                        """).found())
                .containsExactly("org.apache.logging.log4j:log4j-core 2.14.1");
        assertThat(Given.file("build.sbt.lock", """
                        {"lockVersion":1,"dependencies":[{"org":"a","name":"b","version":"1.0","configurations":["compile","test"]},
                          {"org":"c","name":"d","version":"1.0","configurations":["test"]}]}
                        """).found()).containsExactly("a:b 1.0");
        assertThat(Given.file("pom.xml", """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <parent><groupId>p</groupId><artifactId>parent</artifactId><version>9</version></parent>
                          <artifactId>shop</artifactId>
                          <properties><log4j.version>2.14.1</log4j.version></properties>
                          <dependencyManagement><dependencies>
                            <dependency><groupId>m</groupId><artifactId>n</artifactId><version>3</version></dependency>
                          </dependencies></dependencyManagement>
                          <dependencies>
                            <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>${log4j.version}</version>
                              <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions></dependency>
                            <dependency><groupId>m</groupId><artifactId>n</artifactId></dependency>
                            <dependency><groupId>p</groupId><artifactId>sibling</artifactId><version>${project.version}</version></dependency>
                            <dependency><groupId>j</groupId><artifactId>junit</artifactId><version>4</version><scope>test</scope></dependency>
                            <dependency><groupId>u</groupId><artifactId>unknown</artifactId><version>${nowhere}</version></dependency>
                          </dependencies>
                        </project>
                        """).found())
                .containsExactly("org.apache.logging.log4j:log4j-core 2.14.1", "m:n 3", "p:sibling 9");
    }

    @Test
    void elixirDartSwiftPodsAndConan() throws Exception {
        assertThat(Given.file("mix.lock", """
                        %{
                          "phoenix": {:hex, :phoenix, "1.6.13", "0a1d", [:mix], [{:castore, ">= 0.0.0", [hex: :castore]}], "hexpm", "d70a"},
                          "own": {:git, "https://x/y.git", "abc", []},
                        }
                        """).found()).containsExactly("phoenix 1.6.13");
        assertThat(Given.file("pubspec.lock", """
                        packages:
                          http:
                            dependency: "direct main"
                            source: hosted
                            version: "0.13.2"
                          test:
                            dependency: "direct dev"
                            source: hosted
                            version: "1.0.0"
                          flutter:
                            dependency: "direct main"
                            source: sdk
                            version: "0.0.0"
                        """).found()).containsExactly("http 0.13.2");
        assertThat(Given.file("Package.resolved", """
                        {"pins":[{"identity":"swift-nio","kind":"remoteSourceControl","location":"https://github.com/apple/swift-nio.git","state":{"revision":"x","version":"2.41.0"}},
                          {"identity":"b","location":"git@github.com:x/b.git","state":{"revision":"x","branch":"main"}}],"version":2}
                        """).packages())
                .extracting(InstalledPackage::purl)
                .containsExactly("pkg:swift/github.com/apple/swift-nio@2.41.0");
        assertThat(Given.file("Podfile.lock", """
                        PODS:
                          - GoogleUtilities/NSData+zlib (7.5.2)
                          - GoogleUtilities/Logger (7.5.2):
                            - GoogleUtilities/Environment
                          - AFNetworking (4.0.1)
                        DEPENDENCIES:
                          - AFNetworking (~> 4.0)
                        """).found())
                .containsExactly("GoogleUtilities 7.5.2", "AFNetworking 4.0.1");
        assertThat(Given.file(
                                "conan.lock",
                                "{\"version\":\"0.5\",\"requires\":[\"zlib/1.2.13#rev%1700\",\"pcre/8.43@u/c#r\"],\"build_requires\":[\"cmake/3\"]}")
                        .found())
                .containsExactly("zlib 1.2.13", "pcre 8.43");
    }

    @Test
    void leavesOutLockfilesWithinInstalledPackages() {
        assertThat(Given.file("app/node_modules/a/yarn.lock", "").isWanted()).isFalse();
        assertThat(Given.file("usr/lib/python3/site-packages/a/poetry.lock", "").isWanted())
                .isFalse();
        assertThat(Given.file("var/lib/gems/3.1.0/gems/a-1/Gemfile.lock", "").isWanted())
                .isFalse();
        assertThat(Given.file("root/go/pkg/mod/a@v1/go.mod", "").isWanted()).isFalse();
        assertThat(Given.file("app/yarn.lock", "").isWanted()).isTrue();
    }

    @Test
    void keepsWhatStoodBeforeTheDamage() {
        assertThatThrownBy(() -> Given.file(
                                "composer.lock", "{\"packages\":[{\"name\":\"a/b\",\"version\":\"1.0\"},{\"name\":")
                        .packages())
                .isInstanceOfSatisfying(UnreadableEntry.class, damaged -> {
                    assertThat(damaged).hasMessageStartingWith("is not a valid composer.lock: ");
                    assertThat(damaged.found())
                            .extracting(InstalledPackage::name)
                            .containsExactly("a/b");
                });
    }
}
