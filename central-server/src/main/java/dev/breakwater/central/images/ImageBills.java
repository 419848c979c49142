package dev.breakwater.central.images;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.scanner.sbom.BillFormat;
import java.io.IOException;
import java.io.OutputStream;

/** Bills of materials of images, for other tools and for customers. */
public interface ImageBills {

    /** Writes a bill. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream to) throws IOException;
    }

    /**
     * A bill that is about to be written.
     *
     * @param fileName what it may be called: the begin of the image's digest, and the ending of the format
     */
    record Bill(String fileName, String mediaType, Content content) {}

    /**
     * The bill of an image, by a digest that it is known by or by its id.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such image that may be seen, or nobody has looked inside
     */
    Bill of(String image, BillFormat format, AccessScope scope);
}
