package dev.breakwater.central.images;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.model.ImageDetails;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what images are built on: what their labels name, else the known image with the most of their lowest layers; and what could be put in its
 * place, which is a newer image of the same series that somebody looked into.
 */
public interface BaseImages {

    /**
     * What an image stands on.
     *
     * @param base the nearest, {@code null} = none is known
     * @param reason why none is known, empty = one is
     * @param below further ones that the base stands on, the nearest first
     */
    record Standing(@Nullable BaseImage base, String reason, List<BaseImage> below) {

        public Standing {
            below = List.copyOf(below);
        }
    }

    /**
     * That a content stands on an image.
     *
     * @param contentId of the image above
     */
    record Stand(int contentId, BaseImage base) {}

    /**
     * What is in an image, as policies and risk read it, nobody in particular running it.
     *
     * @param details with its scan; what people decided is not in it
     * @param layers diff ids, bottom first
     * @param packageIds of the packages of the scan, in their order
     */
    record Body(ImageDetails details, List<String> layers, List<Integer> packageIds) {

        public Body {
            layers = List.copyOf(layers);
            packageIds = List.copyOf(packageIds);
        }
    }

    /**
     * What an image stands on.
     *
     * @param image a digest that it is known by, or its id
     * @throws dev.breakwater.central.platform.NotFound if the reader may not see the image
     */
    Standing of(String image, AccessScope scope);

    /** Everything known that these contents stand on, the nearest of each first. A fixed number of queries; not limited by a scope. */
    List<Stand> under(Collection<Integer> contentIds);

    /** What is in these; those that are gone are left out. Not limited by a scope. */
    Map<Integer, Body> bodies(Collection<Integer> contentIds);
}
