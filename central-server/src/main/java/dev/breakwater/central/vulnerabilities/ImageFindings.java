package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.platform.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is found in an image, with how far that can be relied on: nothing found says nothing of an image that nobody
 * looked into.
 *
 * @param state how far the look inside can be relied on
 * @param reason why it cannot, empty = it can
 * @param nextPageToken opaque; pass it to get the next page, {@code null} = this was the last
 */
public record ImageFindings(
        ImageReport.State state,
        String reason,
        List<ImageFindingRow> items,
        @Nullable String nextPageToken) {

    public ImageFindings {
        items = List.copyOf(items);
    }

    /** A page of an image that is known so far. */
    public static ImageFindings of(ImageReport image, Page<ImageFindingRow> page) {
        return new ImageFindings(image.state(), image.reason(), page.items(), page.nextPageToken());
    }
}
