package dev.breakwater.engine.policy.criteria;

import static dev.breakwater.engine.policy.criteria.CriterionCase.no;
import static dev.breakwater.engine.policy.criteria.CriterionCase.unknown;
import static dev.breakwater.engine.policy.criteria.CriterionCase.yes;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.ContainerFixture;
import dev.breakwater.engine.policy.WorkloadFixture;
import java.util.List;
import java.util.function.Consumer;

/** What the criteria say of what a scan found, and of what it could not read. */
final class ImageCases {

    private ImageCases() {}

    static List<CriterionCase> all() {
        InstalledPackage unmatched = new InstalledPackage(
                "lib", "1", "GENERIC", "", "", Observed.unknown(UnknownReason.NOT_COLLECTED, "No feed."));
        InstalledPackage flawed = new InstalledPackage(
                "openssl", "3.0.1", List.of(ContainerFixture.flaw("CVE-2026-7", Severity.HIGH, 7.5, "")));
        Consumer<WorkloadFixture> whole = scan("debian:13", "", flawed);
        Consumer<WorkloadFixture> partly = scan("debian:13", "rpmdb.sqlite: is cut off", flawed);
        Consumer<WorkloadFixture> withoutFeed = scan("debian:13", "", unmatched);
        Consumer<WorkloadFixture> never = w -> w.first().scan = WorkloadFixture.unseen();
        return List.of(
                yes("Image Secret", "private-key", whole),
                no("Image Secret", "aws-.*", whole),
                unknown("Image Secret", "aws-.*", partly),
                unknown("Image Secret", "aws-.*", told("")),
                no("Unscanned Image", "true", told("")),
                yes("Unscanned Image", "true", told("the document names no package")),
                unknown("Image Tool", "COMPILER", told("")),
                yes("Image Tool", "SHELL", told("")),
                yes("Image Secret", "private-key", partly),
                unknown("Image Secret", "private-key", never),
                yes("Image Setuid File", "/usr/bin/su", whole),
                no("Image Setuid File", "/tmp/open", whole),
                unknown("Image Setuid File", "/tmp/open", partly),
                yes("Image World-Writable File", "/tmp/.*", whole),
                no("Image World-Writable File", "/usr/bin/su", whole),
                unknown("Image World-Writable File", ".*", never),
                no("Operating System End Of Life", "0", whole),
                yes("Operating System End Of Life", "0", scan("debian:10", "")),
                yes("Operating System End Of Life", "0", scan("alpine:3.12.4", "")),
                no("Operating System End Of Life", "36500", scan("debian:10", "")),
                unknown("Operating System End Of Life", "0", scan("nixos", "")),
                no("Operating System End Of Life", "0", scan("", "")),
                unknown("Operating System End Of Life", "0", scan("", "os-release: is cut off")),
                unknown("Operating System End Of Life", "0", never),
                yes("CVE", "CVE-2026-7", partly),
                no("CVE", "CVE-2026-8", whole),
                unknown("CVE", "CVE-2026-8", partly),
                unknown("CVE", "CVE-2026-8", withoutFeed),
                unknown("Severity", ">=HIGH", withoutFeed),
                unknown("Fixable", "true", withoutFeed),
                unknown("CVSS", ">= 1", withoutFeed),
                unknown("Image Component", "log4j=", partly),
                no("Image Component", "log4j=", withoutFeed),
                unknown("Image OS", "alpine.*", scan("", "os-release: is cut off")),
                no("Image OS", "alpine.*", scan("", "")),
                yes("Image Tool", "SHELL", whole),
                no("Image Tool", "COMPILER", whole),
                unknown("Image Tool", "COMPILER", partly),
                no("Unscanned Image", "true", partly),
                yes("Unscanned Image", "true", never),
                yes("Unscanned Image", "true", w -> w.first().scan = Observed.unknown(UnknownReason.STALE, "Too old.")),
                unknown(
                        "Unscanned Image",
                        "true",
                        w -> w.first().scan = Observed.unknown(UnknownReason.OUT_OF_SIGHT, "Manifests.")));
    }

    /** A bill of materials: all packages, and nothing of secrets and files. */
    private static Consumer<WorkloadFixture> told(String incomplete) {
        return w -> w.first().scan = Observed.known(new ImageScan(
                ContainerFixture.BUILT,
                "debian:12",
                List.of(new InstalledPackage("bash", "5", List.of())),
                List.of(),
                List.of(),
                incomplete,
                "Nobody has looked into the image.",
                null,
                ""));
    }

    private static Consumer<WorkloadFixture> scan(String system, String incomplete, InstalledPackage... packages) {
        FoundSecret secret = new FoundSecret("private-key", "Private key", "srv/key.pem", 1, "", "----", false);
        List<FoundFile> files = List.of(
                new FoundFile(FoundFile.Kind.SETUID, "usr/bin/su", 04755, 0, ""),
                new FoundFile(FoundFile.Kind.SHELL, "bin/sh", 0755, 0, ""),
                new FoundFile(FoundFile.Kind.WORLD_WRITABLE, "tmp/open", 0666, 0, ""));
        return w -> w.first().scan = Observed.known(new ImageScan(
                ContainerFixture.BUILT, system, List.of(packages), List.of(secret), files, incomplete, null, ""));
    }
}
