package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.EntryFacts;
import java.util.List;
import java.util.Set;

/**
 * A file by a fixed name that a project keeps at its root. One that lies inside an installed package is that package's own
 * affair (its tests, its examples) and says nothing of what is installed.
 */
abstract class Lockfile extends FileReader {

    private static final List<String> INSTALLED = List.of(
            "node_modules/", "site-packages/", "dist-packages/", "/gems/", "vendor/", "pkg/mod/", ".cargo/registry/");

    private final Set<String> names;

    Lockfile(String sort, String... names) {
        super(sort);
        this.names = Set.of(names);
    }

    @Override
    public boolean wants(EntryFacts facts) {
        return names.contains(facts.name()) && !isOfAnInstalledPackage(facts.path());
    }

    static boolean isOfAnInstalledPackage(String path) {
        for (String folder : INSTALLED) {
            int at = path.indexOf(folder);
            if (at == 0 || at > 0 && (folder.startsWith("/") || path.charAt(at - 1) == '/')) {
                return true;
            }
        }
        return false;
    }
}
