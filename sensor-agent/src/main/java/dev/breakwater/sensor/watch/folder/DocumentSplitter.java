package dev.breakwater.sensor.watch.folder;

import java.util.ArrayList;
import java.util.List;

/** Takes a file of several YAML documents apart, so that a broken one does not hide the others and is told by its line. */
final class DocumentSplitter {

    /**
     * A document.
     *
     * @param line where it begins in the file, from 1
     */
    record Document(int line, String text) {}

    private DocumentSplitter() {}

    static List<Document> split(String text) {
        if (text.stripLeading().startsWith("{")) {
            return List.of(new Document(1, text));
        }
        List<Document> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        boolean content = false;
        int begin = 1;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            boolean marker = line.startsWith("---") && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
            if (marker && content) {
                documents.add(new Document(begin, document.toString()));
                document.setLength(0);
                begin = number;
                content = false;
            }
            // Comments and directives before the marker belong to the document after it.
            content |= marker || !(line.isBlank() || line.startsWith("#") || line.startsWith("%"));
            document.append(line).append('\n');
        }
        documents.add(new Document(begin, document.toString()));
        return documents;
    }
}
