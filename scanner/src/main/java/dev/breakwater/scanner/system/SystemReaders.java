package dev.breakwater.scanner.system;

import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.system.rpm.RpmReader;
import java.util.List;

/** The readers of what distributions install. */
public final class SystemReaders {

    private SystemReaders() {}

    /** One of each. */
    public static List<PackageReader> all() {
        return List.of(new DpkgReader(), new ApkReader(), new RpmReader());
    }
}
