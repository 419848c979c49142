package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Target;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.Vulnerability.Context;
import dev.breakwater.engine.risk.factor.ImageVulnerabilities;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An upgrade where it would be made. */
sealed interface Fix permits PackageFix, BaseFix {

    Kind kind();

    /** What to do, in words. */
    String label();

    Target target();

    /** By workload the names of its images that it changes as they are now. */
    Map<UUID, Set<String>> images();

    /** What is in those images. */
    Set<Integer> contents();

    /** The workloads whose outcome it may change, be it after others were made. */
    Set<UUID> touches();

    /** The workload's images with it made. That an image is built anew is not counted in its favour. */
    Trying made(UUID workload, Trying now);

    /** The vulnerabilities that are gone in at least one package. */
    Set<String> gone();

    /** The vulnerabilities that its packages have after it. */
    Set<String> remaining();

    /** What it takes away at most, for an order in which to try fixes. */
    double promise();

    /** The points of some findings, before anything saturates. */
    static double points(Collection<Vulnerability> all) {
        return all.stream().mapToDouble(ImageVulnerabilities::pointsOf).sum();
    }

    static Set<String> ids(Collection<Vulnerability> all) {
        return all.stream().map(Vulnerability::id).collect(Collectors.toSet());
    }

    /**
     * A finding as it would stand in an image that has it now, or has it not.
     *
     * @param here the same vulnerability as it is found there now, {@code null} = it is not
     */
    static Vulnerability inPlaceOf(@Nullable Vulnerability here, Vulnerability found, Vulnerability.State state) {
        Context told = found.context();
        Context known = here == null ? told : here.context();
        return new Vulnerability(
                found.id(),
                found.severity(),
                found.cvss(),
                found.fixedBy(),
                found.publishedAt(),
                new Context(
                        told.nvdCvss(),
                        told.epss(),
                        told.knownExploited(),
                        known.fixAvailableAt(),
                        known.firstSeenInImage(),
                        known.firstSeenInSystem(),
                        state));
    }

    /** The points of all that is found in some images. */
    static double burden(Trying trying) {
        return trying.images().values().stream()
                .flatMap(details -> details.scan().toOptional().stream())
                .flatMap(scan -> scan.packages().stream())
                .map(one -> (List<Vulnerability>) one.knownVulnerabilities())
                .mapToDouble(Fix::points)
                .sum();
    }
}
