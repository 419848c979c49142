package dev.breakwater.cli;

import dev.breakwater.cli.report.Report.Unreadable;
import dev.breakwater.engine.kubernetes.ManifestLines;
import dev.breakwater.manifests.ManifestFile;
import dev.breakwater.manifests.ManifestFile.Located;
import dev.breakwater.manifests.ManifestFolder;
import dev.breakwater.manifests.ManifestProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Manifests as they were given: the objects in them, where each of them stands, and what could not be read. An object may
 * stand in several files, as with overlays; each of them is one here.
 */
final class ManifestInput {

    /** Where the standard input stands in a report. */
    static final String STANDARD_INPUT = "(stdin)";

    private record Place(String file, Located located) {}

    private final List<Place> places = new ArrayList<>();
    private final Map<String, ManifestLines> lines = new HashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private ManifestInput() {}

    /**
     * Reads a file, a folder, or the standard input.
     *
     * @param path {@code -} for the standard input
     * @throws IOException if there is nothing of this name, or it may not be read
     */
    static ManifestInput read(String path, InputStream in) throws IOException {
        ManifestInput input = new ManifestInput();
        if (path.equals("-")) {
            input.take(STANDARD_INPUT, standardInput(in));
        } else {
            Path root = Path.of(path);
            if (!Files.exists(root)) {
                throw new NoSuchFileException(path);
            }
            if (Files.isDirectory(root)) {
                ManifestFolder.Listing listing = new ManifestFolder(root, prefix(path)).list();
                listing.problems().forEach(input::tell);
                for (ManifestFolder.Entry entry : listing.files()) {
                    input.take(entry.where(), ManifestFile.read(entry.file(), entry.where()));
                }
            } else {
                input.take(path, ManifestFile.read(root, path));
            }
        }
        return input;
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
        unreadable.add(new Unreadable(problem.where(), problem.line(), problem.detail()));
    }

    /** The objects, in order. */
    List<JsonNode> objects() {
        return places.stream().map(place -> place.located().object()).toList();
    }

    /** What could not be read as objects. */
    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The file that an object stands in. */
    String fileOf(int index) {
        return places.get(index).file();
    }

    /**
     * The line of a field of an object, or of what is nearest above it.
     *
     * @param path empty for the object itself
     * @return from 1
     */
    int lineOf(int index, String path) {
        Located located = places.get(index).located();
        if (path.isEmpty() && located.place().isEmpty()) {
            return located.line();
        }
        String within =
                path.isEmpty() || located.place().isEmpty() ? located.place() + path : located.place() + "." + path;
        ManifestLines document = lines.computeIfAbsent(
                places.get(index).file() + ":" + located.documentLine(), key -> ManifestLines.of(located.document()));
        return Math.max(located.documentLine() + document.lineOf(within) - 1, located.line());
    }
}
