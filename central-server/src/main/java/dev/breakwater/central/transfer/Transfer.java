package dev.breakwater.central.transfer;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Carries what people made from one central to another. For administrators; both ways are in the audit log. */
public interface Transfer {

    /** The most bytes of a file that is read. */
    long LARGEST = 32L << 20;

    /** The most items of one section. */
    int MOST_ITEMS = 100_000;

    /** What the file calls its format, and the number of its version. */
    String FORMAT = "breakwater-export";

    int VERSION = 1;

    /**
     * One section of the file.
     *
     * @param name as it stands in the file
     * @param what what its items are, in words
     */
    record Section(String name, String what) {}

    /** The sections, in the order of the file. */
    List<Section> sections();

    /**
     * Writes everything that people made, in one snapshot. The same content gives the same bytes.
     *
     * @param passwords with the hashes of passwords: without them, imported accounts have to be given one
     */
    void write(OutputStream out, boolean passwords);

    /**
     * Takes a file in: all of what is wanted of it, or nothing.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the file cannot be used, naming the place, the value and what
     *     is allowed
     * @throws dev.breakwater.central.platform.Conflict if something is here already in another form, and the wish is to refuse
     *     that
     */
    ImportReport read(InputStream in, ImportWish wish);

    /** The form of the file as a JSON Schema (2020-12). */
    String schema();
}
