package dev.breakwater.manifests.check;

import dev.breakwater.engine.kubernetes.ManifestLines;
import dev.breakwater.manifests.ManifestFile;
import dev.breakwater.manifests.ManifestFile.Located;
import dev.breakwater.manifests.ManifestFolder;
import dev.breakwater.manifests.ManifestProblem;
import dev.breakwater.manifests.check.Report.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Manifests as they were given: the objects in them, where each of them stands, and what could not be read. An object may
 * stand in several files, as with overlays; each of them is one here.
 */
public final class ManifestInput {

    /** Where the standard input stands in a report. */
    public static final String STANDARD_INPUT = "(stdin)";

    /** What others sent: in a longer document no lines are found, which costs many times the text in memory. */
    private static final int MOST_CHARACTERS_OF_OTHERS = 1024 * 1024;

    private record Place(String file, Located located) {}

    private final List<Place> places = new ArrayList<>();
    private final Map<String, ManifestLines> lines = new HashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private final int mostWithLines;

    private ManifestInput(int mostWithLines) {
        this.mostWithLines = mostWithLines;
    }

    /**
     * Reads files, folders, or the standard input. What two of them hold both is read once.
     *
     * @param paths {@code -} for the standard input
     * @throws IOException if there is nothing of one of these names, or it may not be read
     */
    public static ManifestInput read(List<String> paths, InputStream in) throws IOException {
        ManifestInput input = new ManifestInput(Integer.MAX_VALUE);
        Set<Path> seen = new HashSet<>();
        boolean standardInput = false;
        for (String path : paths) {
            if (!path.equals("-")) {
                input.readPath(path, seen);
            } else if (!standardInput) {
                standardInput = true;
                input.take(STANDARD_INPUT, standardInput(in));
            }
        }
        return input;
    }

    /**
     * Reads a text that somebody sent.
     *
     * @param name how the text is called in reports
     */
    public static ManifestInput of(String name, String text) {
        ManifestInput input = new ManifestInput(MOST_CHARACTERS_OF_OTHERS);
        input.take(name, ManifestFile.parse(text, name));
        return input;
    }

    /**
     * Objects that stand in no file.
     *
     * @param name how they are called together
     */
    public static ManifestInput of(String name, List<JsonNode> objects) {
        ManifestInput input = new ManifestInput(0);
        objects.forEach(object -> input.places.add(new Place(name, new Located(object, 0, "", "", 0))));
        return input;
    }

    private void readPath(String path, Set<Path> seen) throws IOException {
        Path root = Path.of(path);
        if (!Files.exists(root)) {
            throw new NoSuchFileException(path);
        }
        if (!Files.isDirectory(root)) {
            if (seen.add(root.toRealPath())) {
                take(path, ManifestFile.read(root, path));
            }
            return;
        }
        ManifestFolder.Listing listing = new ManifestFolder(root, prefix(path)).list();
        listing.problems().forEach(this::tell);
        for (ManifestFolder.Entry entry : listing.files()) {
            if (seen.add(entry.file().toRealPath())) {
                take(entry.where(), ManifestFile.read(entry.file(), entry.where()));
            }
        }
    }

    /** Files are named as the person named the folder, so that an editor finds them. */
    private static String prefix(String folder) {
        String clean = folder.startsWith("./") ? folder.substring(2) : folder;
        return clean.isEmpty() || clean.equals(".") ? "" : clean.endsWith("/") ? clean : clean + "/";
    }

    private static ManifestFile standardInput(InputStream in) throws IOException {
        byte[] text = in.readNBytes((int) ManifestFile.MOST_BYTES + 1);
        if (text.length > ManifestFile.MOST_BYTES) {
            String why = "more than " + ManifestFile.MOST_BYTES + " bytes; at most that many are read";
            return new ManifestFile(List.of(), List.of(new ManifestProblem(STANDARD_INPUT, 0, why)));
        }
        return ManifestFile.parse(new String(text, StandardCharsets.UTF_8), STANDARD_INPUT);
    }

    private void take(String name, ManifestFile file) {
        file.problems().forEach(this::tell);
        file.objects().forEach(located -> places.add(new Place(name, located)));
    }

    private void tell(ManifestProblem problem) {
        unreadable.add(new Unreadable(problem.where(), problem.line(), problem.detail(), null));
    }

    /** The objects, in order. */
    public List<JsonNode> objects() {
        return places.stream().map(place -> place.located().object()).toList();
    }

    /** What could not be read as objects. */
    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The file that an object stands in. */
    public String fileOf(int index) {
        return places.get(index).file();
    }

    /**
     * The line of a field of an object, or of what is nearest above it.
     *
     * @param path empty for the object itself
     * @return from 1
     */
    public int lineOf(int index, String path) {
        Located located = places.get(index).located();
        if ((path.isEmpty() && located.place().isEmpty()) || located.document().length() > mostWithLines) {
            return located.line();
        }
        String within =
                path.isEmpty() || located.place().isEmpty() ? located.place() + path : located.place() + "." + path;
        ManifestLines document = lines.computeIfAbsent(
                places.get(index).file() + ":" + located.documentLine(), key -> ManifestLines.of(located.document()));
        return Math.max(located.documentLine() + document.lineOf(within) - 1, located.line());
    }
}
