package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.images.ImageWatches.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tags of a repository are outdated: a later one of the same series names another content. */
final class NewerTags {

    private record Series(String name, int numbers) {

        static Series of(Tag tag) {
            TagSeries series = TagSeries.of(tag.tag());
            return new Series(series.name(), series.numbers().size());
        }
    }

    private NewerTags() {}

    /**
     * The newest of the series of each tag that is outdated, by the tag; a tag without numbers is a series by itself, and another name of
     * the same content is no newer image.
     */
    static Map<String, Tag> of(List<Tag> tags) {
        Map<Series, List<Tag>> series = new HashMap<>();
        tags.stream()
                .filter(tag -> !TagSeries.of(tag.tag()).numbers().isEmpty())
                .sorted(Comparator.comparing((Tag tag) -> TagSeries.of(tag.tag()))
                        .reversed())
                .forEach(tag -> series.computeIfAbsent(Series.of(tag), first -> new ArrayList<>())
                        .add(tag));
        Map<String, Tag> newer = new HashMap<>();
        for (List<Tag> ordered : series.values()) {
            for (Tag tag : ordered) {
                ordered.stream()
                        .filter(other -> tag.digest() == null || !tag.digest().equals(other.digest()))
                        .findFirst()
                        .filter(other -> TagSeries.of(other.tag()).isNewerThan(TagSeries.of(tag.tag())))
                        .ifPresent(other -> newer.put(tag.tag(), other));
            }
        }
        return newer;
    }
}
