package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.KnownPackages;
import dev.breakwater.central.images.PackagesArrived;
import dev.breakwater.central.images.internal.contents.PackageRows.Key;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredPackages implements KnownPackages {

    private final PackageRows rows;
    private final ObjectProvider<PackagesArrived> arrivals;

    StoredPackages(PackageRows rows, ObjectProvider<PackagesArrived> arrivals) {
        this.rows = rows;
        this.arrivals = arrivals;
    }

    @Override
    @Transactional
    public List<Integer> store(@Nullable OperatingSystem os, List<InstalledPackage> packages) {
        List<Key> keys =
                packages.stream().map(installed -> Key.of(os, installed)).toList();
        PackageRows.Stored stored = rows.store(new TreeSet<>(keys));
        if (!stored.arrived().isEmpty()) {
            arrivals.forEach(one -> one.arrived(stored.arrived()));
        }
        return keys.stream()
                .map(key -> Objects.requireNonNull(stored.ids().get(key)))
                .toList();
    }
}
