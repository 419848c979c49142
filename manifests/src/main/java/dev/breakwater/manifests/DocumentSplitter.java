package dev.breakwater.manifests;

import java.util.ArrayList;
import java.util.List;

/** Takes a file of several YAML documents apart, so that a broken one does not hide the others and is told by its line. */
final class DocumentSplitter {

    /**
     * A document.
     *
     * @param line where it begins in the file, from 1
     * @param content where the first line stands that is neither marker, comment nor blank
     */
    record Document(int line, int content, String text) {}

    private DocumentSplitter() {}

    static List<Document> split(String text) {
        if (text.stripLeading().startsWith("{")) {
            return List.of(new Document(1, 1, text));
        }
        List<Document> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        boolean open = false;
        int content = 0;
        int begin = 1;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            boolean marker = line.startsWith("---") && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
            if (marker && open) {
                documents.add(new Document(begin, content == 0 ? begin : content, document.toString()));
                document.setLength(0);
                begin = number;
                content = 0;
                open = false;
            }
            boolean silent = line.isBlank() || line.startsWith("#") || line.startsWith("%");
            content = content == 0 && !marker && !silent ? number : content;
            // Comments and directives before the marker belong to the document after it.
            open |= marker || !silent;
            document.append(line).append('\n');
        }
        documents.add(new Document(begin, content == 0 ? begin : content, document.toString()));
        return documents;
    }
}
