package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.scanner.vex.VexFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * VEX documents of others, such as suppliers. Where what was said last of a vulnerability in a package of an image is {@code not_affected} or
 * {@code fixed}, it counts as a false positive there and nowhere else.
 */
public interface VexImports {

    /** The largest document that is taken, in bytes. */
    int LARGEST = 8 << 20;

    /** Products over all statements of a document. */
    int MOST_PRODUCTS = 20_000;

    /** Documents that are kept. */
    int MOST_DOCUMENTS = 1_000;

    /**
     * Takes a document in place of the one of the same id. For administrators that see everything, since it holds everywhere.
     *
     * @param source name of the file, empty = it has none
     */
    VexDocumentRow bring(byte[] document, String source, AccessScope scope);

    /** Removes a document: what it dismissed counts again. */
    void remove(String id, AccessScope scope);

    /** All documents, the last that were brought first. */
    List<VexDocumentRow> list();

    /** What a document says, and what follows from it. For who sees everything, since it speaks of all images. */
    VexDocumentDetail get(String id, AccessScope scope);

    /** Writes a document as it was brought, in any format. */
    void write(String id, VexFormat format, OutputStream to) throws IOException;

    /** What is said of a vulnerability, the last first, at most 200; of images, only of those that may be seen. */
    List<VexStatementRow> of(int vulnerability, AccessScope scope);
}
