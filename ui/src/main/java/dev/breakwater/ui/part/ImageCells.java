package dev.breakwater.ui.part;

/** The name of an image in a grid: where it is too long it is cut in the middle, and whole as the title. */
public final class ImageCells {

    /** Properties {@code imageWhole}, {@code imageHead} and {@code imageTail}. */
    public static final String TEMPLATE =
            "<span class=\"bw-object\" title=\"${item.imageWhole}\"><span class=\"bw-icon bw-icon-image\"></span>"
                    + "<span class=\"bw-image-cut\"><span>${item.imageHead}</span><span>${item.imageTail}</span></span></span>";

    private ImageCells() {}

    /** The registry and the folders, which may be cut. */
    public static String head(String name) {
        return named(name).substring(0, split(named(name)));
    }

    /** The last part of the repository and the tag, which tell images apart. */
    public static String tail(String name) {
        return named(name).substring(split(named(name)));
    }

    private static String named(String name) {
        int at = name.indexOf('@');
        return PlainText.of(at > 0 ? name.substring(0, at) : name);
    }

    private static int split(String name) {
        return name.lastIndexOf('/') + 1;
    }
}
