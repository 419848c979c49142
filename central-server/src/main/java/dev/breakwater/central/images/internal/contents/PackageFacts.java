package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.KnownFindings;
import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What packages are called and what is wrong with them, for some contents at once. */
@Component
class PackageFacts {

    private static final Observed<List<Vulnerability>> NO_FEED = Observed.unknown(
            UnknownReason.NOT_COLLECTED, "No feed of vulnerabilities that speaks for such packages is loaded.");
    private static final PackageNames.Named GONE = new PackageNames.Named("", "", "");

    private final PackageNames names;
    private final ObjectProvider<KnownFindings> findings;

    PackageFacts(PackageNames names, ObjectProvider<KnownFindings> findings) {
        this.names = names;
        this.findings = findings;
    }

    /** A fixed number of queries for any number of contents. */
    Known of(Collection<KeptContent> contents) {
        Set<Integer> ids = new HashSet<>();
        contents.forEach(content -> content.addPackageIdsTo(ids));
        Map<Integer, Observed<List<Vulnerability>>> wrong = new HashMap<>();
        if (!ids.isEmpty()) {
            findings.forEach(source -> wrong.putAll(source.ofPackages(ids)));
        }
        return new Known(names.get(ids), wrong);
    }

    /** The facts of some packages. For one thread: what is worked out is kept without a lock. */
    static final class Known {

        private final Map<Integer, PackageNames.Named> named;
        private final Map<Integer, Observed<List<Vulnerability>>> wrong;
        private final Map<Integer, byte[]> fingerprints = new HashMap<>();

        private Known(Map<Integer, PackageNames.Named> named, Map<Integer, Observed<List<Vulnerability>>> wrong) {
            this.named = named;
            this.wrong = wrong;
        }

        PackageNames.Named named(int packageId) {
            return named.getOrDefault(packageId, GONE);
        }

        Observed<List<Vulnerability>> wrong(int packageId) {
            return wrong.getOrDefault(packageId, NO_FEED);
        }

        /** Equal where the same is known to be wrong; worked out once for all contents that have the package. */
        byte[] fingerprint(int packageId) {
            return fingerprints.computeIfAbsent(
                    packageId, id -> Assembler.fingerprint(wrong(id)).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
