package dev.breakwater.scanner;

/**
 * Which image to look into.
 *
 * @param platform which one of a multi-platform index
 */
public record ImageRequest(ImageSource source, Platform platform) {

    /** An image for linux/amd64. */
    public static ImageRequest of(ImageSource source) {
        return new ImageRequest(source, Platform.LINUX_AMD64);
    }
}
