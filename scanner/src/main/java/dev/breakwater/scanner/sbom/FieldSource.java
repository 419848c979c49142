package dev.breakwater.scanner.sbom;

import dev.breakwater.scanner.structured.Structured;
import dev.breakwater.scanner.structured.Structured.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** The fields of a document, whatever it is written in; may be walked more than once. */
@FunctionalInterface
interface FieldSource {

    /** The values of one entry that are kept at once: the largest are whole results of Trivy. */
    int OF_AN_ENTRY = 1_500_000;

    /** Visits as {@link Structured#json} does. */
    void walk(Map<String, Visitor> fields) throws IOException;

    static FieldSource json(byte[] document) {
        return fields -> Structured.json(new ByteArrayInputStream(document), OF_AN_ENTRY, fields);
    }
}
