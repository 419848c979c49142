package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.PackageReader;
import java.util.List;

/** Every reader of what language package managers leave in an image. A new one is a class, a test and a line here. */
public final class LanguageReaders {

    private static final List<PackageReader> ALL = List.of(
            new NodePackageReader(),
            new PythonPackageReader(),
            new JavaArchiveReader(),
            new ProgramReader(),
            new GemSpecReader(),
            new DotNetDepsReader(),
            new ComposerInstalledReader(),
            new NpmLockfile(),
            new YarnLockfile(),
            new PnpmLockfile(),
            new BunLockfile(),
            new RequirementsFile(),
            new PipfileLock(),
            new PythonTomlLock(),
            new GoModFile(),
            new CargoLockfile(),
            new GemLockfile(),
            new ComposerLockfile(),
            new NuGetLockfile(),
            new NuGetProjectFile(),
            new GradleLockfile(),
            new SbtLockfile(),
            new PomFile(),
            new MixLockfile(),
            new PubLockfile(),
            new SwiftLockfile(),
            new CocoaPodsLockfile(),
            new ConanLockfile(),
            new BitnamiReader());

    private LanguageReaders() {}

    /** All of them; none is asked for a file before an earlier one that wants it, too. */
    public static List<PackageReader> all() {
        return ALL;
    }
}
