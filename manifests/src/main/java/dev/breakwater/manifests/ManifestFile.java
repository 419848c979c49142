package dev.breakwater.manifests;

import dev.breakwater.engine.kubernetes.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The objects of one file.
 *
 * @param objects what could be read, in order
 * @param problems what could not, by line
 */
public record ManifestFile(List<Located> objects, List<ManifestProblem> problems) {

    /**
     * An object.
     *
     * @param line where its document's content begins in the file, from 1
     * @param place where it stands in its document, empty unless that is a list
     * @param document the text of its document
     * @param documentLine where that begins in the file, from 1
     */
    public record Located(JsonNode object, int line, String place, String document, int documentLine) {}

    /** The largest file that is read, in bytes. */
    public static final long MOST_BYTES = Manifests.MOST_CHARACTERS;

    private static final int MOST_PROBLEMS = 50;
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,8})");

    /** Reads a file; never fails. */
    public static ManifestFile read(Path file, String where) {
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                return failed(where, "has " + size + " bytes; at most " + MOST_BYTES + " are read");
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8), where);
        } catch (IOException e) {
            String why =
                    e instanceof java.nio.charset.CharacterCodingException ? "is not UTF-8 text" : "cannot be read";
            return failed(where, why);
        }
    }

    private static ManifestFile failed(String where, String why) {
        return new ManifestFile(List.of(), List.of(new ManifestProblem(where, 0, "the file " + why)));
    }

    /** Reads a text; never fails. */
    public static ManifestFile parse(String text, String where) {
        List<Located> objects = new ArrayList<>();
        List<ManifestProblem> problems = new ArrayList<>();
        for (DocumentSplitter.Document document : DocumentSplitter.split(text)) {
            Manifests.Reading reading = read(document.text());
            for (int i = 0; i < reading.objects().size(); i++) {
                objects.add(new Located(
                        reading.objects().get(i),
                        document.content(),
                        reading.places().get(i),
                        document.text(),
                        document.line()));
            }
            reading.problems().forEach(problem -> problems.add(at(where, document, problem)));
            if (problems.size() >= MOST_PROBLEMS) {
                problems.add(new ManifestProblem(
                        where, document.line(), "too many broken documents; the rest of the file is not read"));
                break;
            }
        }
        return new ManifestFile(objects, problems);
    }

    private static Manifests.Reading read(String document) {
        try {
            return Manifests.read(document);
        } catch (StackOverflowError e) {
            return Manifests.Reading.failed("nested too deeply");
        }
    }

    /** The parser counts lines from the beginning of the document, people from that of the file. */
    private static ManifestProblem at(String where, DocumentSplitter.Document document, String problem) {
        String detail = problem.replaceFirst("^Document 1: ", "");
        Matcher line = LINE.matcher(detail);
        if (!line.find()) {
            return new ManifestProblem(where, document.content(), detail);
        }
        int number = document.line() + Integer.parseInt(line.group(1)) - 1;
        return new ManifestProblem(where, number, line.replaceAll("line " + number));
    }
}
