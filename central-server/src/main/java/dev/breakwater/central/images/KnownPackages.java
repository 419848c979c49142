package dev.breakwater.central.images;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packages that are known, each in one row however many images and machines have it, so that each is matched once. */
public interface KnownPackages {

    /**
     * The rows of packages that are installed somewhere else than in an image; those that are new will be matched. To be called in
     * the transaction that says who has them: a row that nobody has is swept.
     *
     * @param os the distribution that they came with, {@code null} = not known
     * @return ids in the order of the packages
     */
    List<Integer> store(@Nullable OperatingSystem os, List<InstalledPackage> packages);
}
