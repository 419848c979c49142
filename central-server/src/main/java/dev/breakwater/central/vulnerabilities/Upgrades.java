package dev.breakwater.central.vulnerabilities;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Vulnerability;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What would be left of what is wrong with packages if they were upgraded. The upgraded version is held against the advisories like an
 * installed one: that a fix mends what it is said to mend is not assumed, and what comes with it is told.
 */
public interface Upgrades {

    /**
     * One upgrade, for all packages that it would be made with.
     *
     * @param type a word of {@code engine.image.PackageType}
     * @param distribution such as {@code debian:12}, empty = it came with none
     * @param name of the source package where advisories speak of that
     * @param version the newest of those that mend something
     * @param packages by package id
     */
    record Upgrade(String type, String distribution, String name, String version, Map<Integer, Upgraded> packages) {

        public Upgrade {
            packages = Map.copyOf(packages);
        }
    }

    /**
     * A package on both sides of an upgrade. What people decided is in neither.
     *
     * @param name as it is installed
     * @param version as it is installed now
     * @param then as it would be installed
     * @param before what is found in it
     * @param after what would be found; unknown where no feed that is not too old would speak for it
     */
    record Upgraded(
            String name,
            String version,
            InstalledPackage then,
            List<Vulnerability> before,
            Observed<List<Vulnerability>> after) {

        public Upgraded {
            before = List.copyOf(before);
        }
    }

    /** The upgrades of those packages for which there is a version that mends something. Not limited by a scope. */
    List<Upgrade> of(Collection<Integer> packageIds);

    /** Packages as they are installed, without where, by package id. Not limited by a scope. */
    Map<Integer, InstalledPackage> installed(Collection<Integer> packageIds);
}
