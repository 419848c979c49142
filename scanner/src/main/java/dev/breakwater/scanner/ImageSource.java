package dev.breakwater.scanner;

import java.nio.file.Path;

/** Where an image is taken from. */
public sealed interface ImageSource {

    /**
     * A registry that speaks the OCI distribution API.
     *
     * @param reference a name as workloads write it: {@code registry/repository[:tag][@digest]}; a digest outranks a tag
     */
    record Registry(String reference, RegistryAccess access) implements ImageSource {}

    /**
     * A folder in the OCI image layout.
     *
     * @param reference the tag ({@code org.opencontainers.image.ref.name}) or digest of one of its images, empty = its only one
     */
    record Layout(Path folder, String reference) implements ImageSource {}

    /**
     * A tar as {@code docker save} or {@code podman save} writes it, or the OCI image layout as a tar.
     *
     * @param reference which of its images, by name, tag or digest; empty = its only one
     */
    record Archive(Path file, String reference) implements ImageSource {}
}
