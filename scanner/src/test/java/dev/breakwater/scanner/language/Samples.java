package dev.breakwater.scanner.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** One valid file for every reader. */
final class Samples {

    private Samples() {}

    static List<Given> all() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "app/node_modules/a/package.json",
                "{\"name\":\"a\",\"version\":\"1.0.0\",\"deps\":{\"b\":[1,2.5,true,null]}}");
        texts.put("lib/a.dist-info/METADATA", "Metadata-Version: 2.1\nName: a\nVersion: 1.0\nSummary: x\n y\n\nbody\n");
        texts.put(
                "gems/specifications/a-1.gemspec",
                "Gem::Specification.new do |s|\n  s.name = \"a\".freeze\n  s.version = \"1.0\"\nend\n");
        texts.put("app/a.deps.json", "{\"libraries\":{\"a/1.0.0\":{\"type\":\"package\"}}}");
        texts.put("vendor/composer/installed.json", "{\"packages\":[{\"name\":\"a/b\",\"version\":\"1.0\"}]}");
        texts.put(
                "package-lock.json",
                "{\"packages\":{\"node_modules/a\":{\"version\":\"1.0.0\"}},\"dependencies\":{\"a\":{\"version\":\"1.0.0\",\"dependencies\":{\"b\":{\"version\":\"2.0.0\"}}}}}");
        texts.put("yarn.lock", "\"@a/b@^1.0.0\", c@npm:d@^1:\n  version \"1.0.0\"\n  resolution: \"c@npm:1.0.0\"\n");
        texts.put(
                "pnpm-lock.yaml",
                "lockfileVersion: '6.0'\npackages:\n  /a@1.0.0(b@2):\n    dev: false\n    resolution: {integrity: x}\n");
        texts.put("bun.lock", "{ // x\n \"packages\": {\"a\": [\"a@1.0.0\", \"\", {}, \"x\",],}, }");
        texts.put("requirements.txt", "a[x]==1.0 ; python_version > '3' # x\nb==2.0\n");
        texts.put("Pipfile.lock", "{\"default\":{\"a\":{\"version\":\"==1.0\"}}}");
        texts.put(
                "poetry.lock",
                "[[package]]\nname = \"a\"\nversion = \"1.0\"\n[package.dependencies]\nb = { version = \"1\" }\n");
        texts.put("go.mod", "module a\ngo 1.21\nrequire (\n\tb v1.0.0 // indirect\n)\nreplace b v1.0.0 => c v1.1.0\n");
        texts.put("Cargo.lock", "version = 3\n[[package]]\nname = \"a\"\nversion = \"1.0\"\nsource = \"registry+x\"\n");
        texts.put("Gemfile.lock", "GEM\n  remote: x\n  specs:\n    a (1.0-java)\n      b (~> 1)\n");
        texts.put("composer.lock", "{\"packages\":[{\"name\":\"a/b\",\"version\":\"1.0\"}]}");
        texts.put(
                "packages.lock.json",
                "{\"dependencies\":{\"net6.0\":{\"a\":{\"type\":\"Direct\",\"resolved\":\"1.0\"}}}}");
        texts.put("packages.config", "<?xml version=\"1.0\"?><packages><package id=\"a\" version=\"1.0\"/></packages>");
        texts.put("gradle.lockfile", "# x\na:b:1.0=compileClasspath\nempty=\n");
        texts.put(
                "build.sbt.lock",
                "{\"dependencies\":[{\"org\":\"a\",\"name\":\"b\",\"version\":\"1.0\",\"configurations\":[\"compile\"]}]}");
        texts.put(
                "pom.xml",
                "<project><properties><v>1.0</v><w>${v}</w></properties><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId><version>${w}</version></dependency></dependencies></project>");
        texts.put("mix.lock", "%{\n  \"a\": {:hex, :a, \"1.0\", \"x\", [:mix], [], \"hexpm\", \"y\"},\n}\n");
        texts.put("pubspec.lock", "packages:\n  a:\n    source: hosted\n    version: \"1.0\"\n");
        texts.put(
                "Package.resolved",
                "{\"object\":{\"pins\":[{\"repositoryURL\":\"https://x.org/a.git\",\"state\":{\"version\":\"1.0\"}}]},\"version\":1}");
        texts.put("Podfile.lock", "PODS:\n  - A/B (1.0):\n    - C\n  - D (2.0)\n");
        texts.put(
                "conan.lock", "{\"requires\":[\"a/1.0#r%1\"],\"graph_lock\":{\"nodes\":{\"0\":{\"ref\":\"b/2.0\"}}}}");
        texts.put(
                "opt/bitnami/redis/.spdx-redis.spdx",
                "{\"spdxVersion\":\"SPDX-2.3\",\"name\":\"redis\",\"packages\":[{\"name\":\"redis\",\"versionInfo\":\"7.0.0-1\","
                        + "\"externalRefs\":[{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:bitnami/redis@7.0.0-1?arch=amd64&distro=debian-11\"}]}]}");
        List<Given> samples = new ArrayList<>();
        texts.forEach((path, text) -> samples.add(Given.file(path, text)));
        byte[] inner = JavaArchiveReaderTest.jar(Map.of(
                "META-INF/maven/g/a/pom.properties",
                        "version=1\ngroupId=g\nartifactId=a".getBytes(StandardCharsets.UTF_8),
                "META-INF/MANIFEST.MF",
                        "Bundle-SymbolicName: x.y\nBundle-Version: 1.0\n".getBytes(StandardCharsets.UTF_8)));
        samples.add(Given.file(
                "app/a.jar", JavaArchiveReaderTest.jar(Map.of("BOOT-INF/lib/b-1.0.jar", inner, "c.txt", inner))));
        ByteArrayOutputStream crates = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(crates)) {
            deflate.write("{\"packages\":[{\"name\":\"a\",\"version\":\"1.0\"}]}".getBytes(StandardCharsets.UTF_8));
        }
        samples.add(Given.program(
                "bin/a",
                Elf.with(Map.of(
                        ".dep-v0", crates.toByteArray(),
                        ".go.buildinfo",
                                ProgramReaderTest.inline(
                                        "go1.22.1", "path\ta\nmod\ta\tv1.0.0\t\ndep\tb\tv1.0.0\tx\n")))));
        samples.add(Given.program(
                "bin/b",
                Elf.with(
                        ".go.buildinfo",
                        ProgramReaderTest.pointed("go1.17", "mod\ta\tv1.0.0\t\ndep\tb\tv1.0.0\tx\n"))));
        return samples;
    }
}
