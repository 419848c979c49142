package dev.breakwater.central.notification;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Files on their way to a target.
 *
 * @param id the same at each try: what a receiver knows it by
 * @param attempt from 1, for receivers that want to know
 * @param folder where they lie in a bucket, parts of a path without {@code /} at its ends
 * @param title what they are, in one line
 * @param text what they are, line by line
 * @param to who gets them by mail, none = those of the target
 * @param told the same for programs: what stands in a webhook's message beside the files
 * @param files with their names
 */
public record Parcel(
        UUID id,
        int attempt,
        String folder,
        String title,
        List<String> text,
        List<String> to,
        Map<String, Object> told,
        List<Content> files) {

    public Parcel {
        text = List.copyOf(text);
        to = List.copyOf(to);
        files = List.copyOf(files);
    }

    /** A file. */
    public interface Content {

        /** Without folders. */
        String name();

        String mediaType();

        /** In bytes. */
        long size();

        /** Of its bytes, hexadecimal. */
        String sha256();

        /** Its bytes from the start; may be called more than once. */
        InputStream open() throws IOException;
    }

    /** All bytes of the files. */
    public long size() {
        return files.stream().mapToLong(Content::size).sum();
    }
}
