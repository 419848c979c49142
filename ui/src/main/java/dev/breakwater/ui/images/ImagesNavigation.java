package dev.breakwater.ui.images;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.inventory.InventoryNavigation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the pages of images are, for the links of others. */
public final class ImagesNavigation {

    private ImagesNavigation() {}

    /**
     * The page of an image.
     *
     * @param image a digest that it is known by, or its id in the list of images
     */
    public static String of(String image) {
        return InventoryNavigation.IMAGES + "/" + image;
    }

    /** As a workload names it: its page where the name has a digest, else those in the list that have the name. */
    public static String named(String name) {
        int at = name.indexOf('@');
        return at >= 0
                ? of(name.substring(at + 1))
                : InventoryNavigation.filtered(
                        InventoryNavigation.IMAGES,
                        new FilterExpression(List.of()).and("name", name).toString());
    }

    /** What is known to be wrong with its packages. */
    public static String vulnerabilitiesOf(String image) {
        return of(image, ImageTab.VULNERABILITIES);
    }

    /** A part of it. */
    static String of(String image, ImageTab tab) {
        return tab == ImageTab.SUMMARY ? of(image) : of(image) + "?tab=" + tab.parameter();
    }

    /** Those of its packages that a layer brought. */
    static String packagesOf(String image, String layer) {
        return of(image, ImageTab.PACKAGES) + "&layer=" + URLEncoder.encode(layer, StandardCharsets.UTF_8);
    }
}
