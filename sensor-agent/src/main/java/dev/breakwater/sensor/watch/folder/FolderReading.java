package dev.breakwater.sensor.watch.folder;

import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.manifests.ManifestFile;
import dev.breakwater.manifests.ManifestFolder;
import dev.breakwater.manifests.ManifestProblem;
import dev.breakwater.sensor.facts.Declarations.Declared;
import dev.breakwater.sensor.facts.Declarations.Told;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.SourceProblem;
import dev.breakwater.sensor.watch.DeclaredPolicies;
import dev.breakwater.sensor.watch.ObjectTranslator;
import dev.breakwater.sensor.watch.Translated;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads folders again and again, each time only the files that changed. */
final class FolderReading {

    /**
     * What was read of one file.
     *
     * @param unread whether something in it could not be read, whatever it is
     */
    private record ReadFile(
            ManifestFolder.Entry entry,
            List<Translated> objects,
            List<Declared> declared,
            List<SourceProblem> problems,
            boolean hasPods,
            boolean unread) {}

    /**
     * The whole of the folders.
     *
     * @param declared the policies that stand there
     * @param folders to be watched
     */
    record Result(
            Map<UUID, Fact> facts, Told declared, List<SourceProblem> problems, List<java.nio.file.Path> folders) {

        boolean has(ObjectKind kind) {
            return facts.values().stream().anyMatch(fact -> fact.kind() == kind);
        }
    }

    private final List<ManifestFolder> roots;
    private final ObjectTranslator translator;
    private final Map<String, ReadFile> files = new TreeMap<>();

    FolderReading(List<ManifestFolder> roots, ObjectTranslator translator) {
        this.roots = roots;
        this.translator = translator;
    }

    /**
     * Reads what changed and puts everything together.
     *
     * @throws IOException if a folder cannot be read
     */
    Result read() throws IOException {
        List<SourceProblem> problems = new ArrayList<>();
        List<java.nio.file.Path> folders = new ArrayList<>();
        Set<String> present = new HashSet<>();
        boolean ownersChanged = false;
        for (ManifestFolder root : roots) {
            ManifestFolder.Listing listing = root.list();
            listing.problems().stream().map(FolderReading::told).forEach(problems::add);
            folders.addAll(listing.folders());
            for (ManifestFolder.Entry entry : listing.files()) {
                present.add(entry.where());
                ownersChanged |= readIfChanged(entry);
            }
        }
        files.keySet().retainAll(present);
        if (ownersChanged) {
            // A pod may stand in an earlier file than the ReplicaSet that leads to its workload.
            files.values().stream()
                    .filter(ReadFile::hasPods)
                    .map(ReadFile::entry)
                    .toList()
                    .forEach(this::read);
        }
        return merge(problems, folders);
    }

    private boolean readIfChanged(ManifestFolder.Entry entry) {
        ReadFile before = files.get(entry.where());
        return (before == null || !before.entry().equals(entry)) && read(entry);
    }

    /** Reads a file; answers whether it changed who owns what. */
    private boolean read(ManifestFolder.Entry entry) {
        ManifestFile file = ManifestFile.read(entry.file(), entry.where());
        boolean ownersChanged = false;
        boolean pods = false;
        for (ManifestFile.Located located : file.objects()) {
            ownersChanged |= translator.learnOwner(located.object());
            pods |= located.object().path("kind").asString("").equals("Pod");
        }
        List<Translated> objects = new ArrayList<>(file.objects().size());
        List<SourceProblem> problems = new ArrayList<>(
                file.problems().stream().map(FolderReading::told).toList());
        List<Declared> declared = new ArrayList<>();
        for (ManifestFile.Located located : file.objects()) {
            if (DeclaredPolicies.is(located.object())) {
                declared.add(DeclaredPolicies.of(located.object()));
                continue;
            }
            Translated translated = translator.translate(located.object());
            objects.add(translated);
            if (translated.problem() != null) {
                problems.add(new SourceProblem(entry.where(), located.line(), translated.problem()));
            }
        }
        ReadFile before = files.get(entry.where());
        boolean broke =
                before != null && !problems.isEmpty() && before.problems().isEmpty();
        // A file that broke while being edited still stands for what it held.
        files.put(
                entry.where(),
                new ReadFile(
                        entry,
                        broke ? before.objects() : objects,
                        broke ? before.declared() : declared,
                        problems,
                        pods,
                        !file.problems().isEmpty()));
        return ownersChanged;
    }

    private Result merge(List<SourceProblem> problems, List<java.nio.file.Path> folders) {
        boolean whole = problems.isEmpty();
        Map<UUID, Fact> facts = new HashMap<>();
        Map<UUID, String> seenIn = new HashMap<>();
        Map<UUID, Translated> told = new HashMap<>();
        for (ReadFile file : files.values()) {
            problems.addAll(file.problems());
            for (Translated object : file.objects()) {
                for (Fact fact : object.facts()) {
                    @Nullable String first = seenIn.put(fact.id(), file.entry().where());
                    facts.put(fact.id(), fact);
                    if (first != null) {
                        problems.add(new SourceProblem(file.entry().where(), 0, duplicate(fact, first)));
                    }
                }
                if (object.told() != null) {
                    told.merge(
                            object.told().id(), object, (a, b) -> a.createdAt().isAfter(b.createdAt()) ? a : b);
                }
            }
        }
        told.forEach((id, pod) -> {
            if (pod.told() != null) {
                facts.putIfAbsent(id, pod.told());
            }
        });
        return new Result(facts, declared(problems, whole), problems, folders);
    }

    /** Where something could not be read, a policy may stand in it: those that are missing are not known to be gone. */
    private Told declared(List<SourceProblem> problems, boolean whole) {
        Map<String, Declared> declared = new TreeMap<>();
        boolean unread = !whole;
        for (ReadFile file : files.values()) {
            unread |= file.unread();
            for (Declared policy : file.declared()) {
                String name = policy.namespace() + "/" + policy.name();
                if (declared.put(name, policy) != null) {
                    problems.add(new SourceProblem(
                            file.entry().where(),
                            0,
                            "a security policy of the same name stands in another file or above; this one counts ("
                                    + name + ")"));
                }
            }
        }
        DeclaredPolicies.excess(declared.size())
                .ifPresent(detail -> problems.add(new SourceProblem(DeclaredPolicies.KIND, 0, detail)));
        return DeclaredPolicies.bounded(declared.values(), unread);
    }

    private static SourceProblem told(ManifestProblem problem) {
        return new SourceProblem(problem.where(), problem.line(), problem.detail());
    }

    private static String duplicate(Fact fact, String first) {
        return "a " + fact.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + " of the same name stands in " + first + " too; this one counts (" + fact.describe() + ")";
    }
}
