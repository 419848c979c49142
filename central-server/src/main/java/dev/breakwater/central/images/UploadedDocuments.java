package dev.breakwater.central.images;

import org.jspecify.annotations.Nullable;

/** Takes what others found in images: bills of materials and the reports of other scanners. */
public interface UploadedDocuments {

    /**
     * Keeps a document as the content of an image, and what it claims is wrong with it beside that. Of an image that was looked
     * into here only the claims are taken.
     *
     * @param document CycloneDX, SPDX, or a report of Trivy, Grype or Clair
     * @param image a digest, the id of an image, or the name of one that runs; {@code null} = the one that the document names
     * @throws dev.breakwater.central.platform.InvalidRequest if it cannot be read, or nobody can tell which image it is of
     * @throws dev.breakwater.central.platform.Conflict if central or a sensor has looked into the image itself, and the document
     *     claims nothing; or if a newer report of the same scanner is kept
     */
    UploadedDocument upload(byte[] document, @Nullable String image);
}
