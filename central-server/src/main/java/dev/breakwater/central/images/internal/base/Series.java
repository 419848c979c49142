package dev.breakwater.central.images.internal.base;

import dev.breakwater.central.images.BaseImage.Newer;
import dev.breakwater.central.images.BaseImage.Outlook;
import dev.breakwater.central.images.BaseImage.State;
import dev.breakwater.central.images.internal.base.BaseTable.Known;
import dev.breakwater.central.images.internal.base.BaseTable.Named;
import dev.breakwater.central.images.internal.base.BaseTable.Repository;
import dev.breakwater.central.images.internal.base.BaseTable.Tagged;
import dev.breakwater.central.images.internal.watch.TagSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which images are newer ones of the same series as an image: a later tag of the series, or what a tag without numbers names since it moved.
 *
 * @param tags of the repositories of which the image is
 * @param lookedAt when the tags of these were last read
 * @param fresh only what was looked into after it can be relied on
 */
record Series(Map<Repository, List<Tagged>> tags, Map<Repository, Instant> lookedAt, Instant fresh) {

    /** So many are tried by a plan. */
    private static final int MOST = 3;

    private static final Comparator<Tagged> OLDEST_FIRST = Comparator.<Tagged, TagSeries>comparing(
                    one -> TagSeries.of(one.named().tag()))
            .thenComparing(one -> built(one), Comparator.nullsFirst(Comparator.naturalOrder()));

    /** What is newer, and what to do where nothing of it can be used. */
    record Answer(List<Newer> newer, Outlook outlook) {}

    /**
     * What is newer.
     *
     * @param standing what stands on the image: it is no newer one of what it stands on; {@code null} = not known
     */
    Answer newerThan(Known image, List<Named> names, @Nullable Known standing) {
        List<Newer> usable = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        List<Tagged> later = names.stream()
                .flatMap(name -> later(name, image))
                .filter(one -> !isSame(one.content(), standing))
                .sorted(OLDEST_FIRST.reversed())
                .toList();
        for (Tagged one : later) {
            Known content = one.content();
            if (content != null && canBeUsed(content, image) && seen.add(content.id()) && usable.size() < MOST) {
                usable.add(new Newer(
                        one.named().name(), content.digest(), content.id(), content.builtAt(), content.scannedAt()));
            }
        }
        return new Answer(usable, usable.isEmpty() ? none(names, later) : Outlook.CANDIDATE);
    }

    private Stream<Tagged> later(Named name, Known image) {
        TagSeries series = TagSeries.of(name.tag());
        return tags.getOrDefault(name.repository(), List.of()).stream()
                .filter(one -> one.content() == null || one.content().id() != image.id())
                .filter(one -> series.numbers().isEmpty()
                        ? one.named().equals(name) && isBuiltLater(one.content(), image)
                        : TagSeries.of(one.named().tag()).isNewerThan(series))
                // A tag of which it is known what it names is not one that nobody has looked into.
                .filter(one -> one.content() != null
                        || tags.getOrDefault(name.repository(), List.of()).stream()
                                .noneMatch(other ->
                                        other.content() != null && other.named().equals(one.named())));
    }

    private static boolean isSame(@Nullable Known one, @Nullable Known other) {
        return one != null
                && other != null
                && (one.id() == other.id()
                        || one.digest().equals(other.digest())
                        || !one.chain().isEmpty() && one.chain().equals(other.chain()));
    }

    private static boolean isBuiltLater(@Nullable Known one, Known image) {
        return one != null
                && one.builtAt() != null
                && image.builtAt() != null
                && one.builtAt().isAfter(image.builtAt());
    }

    private static @Nullable Instant built(Tagged one) {
        return one.content() == null ? null : one.content().builtAt();
    }

    private boolean canBeUsed(Known content, Known image) {
        return content.readable()
                && content.scannedAt().isAfter(fresh)
                && !content.chain().isEmpty()
                && !content.chain().equals(image.chain())
                && (content.platform().isEmpty()
                        || image.platform().isEmpty()
                        || content.platform().equals(image.platform()));
    }

    private Outlook none(List<Named> names, List<Tagged> later) {
        if (names.isEmpty()) {
            return new Outlook(
                    State.NO_CANDIDATE,
                    "Only its digest is known, so nobody can tell which images are newer ones of it.",
                    "Scan it by its tag, or watch its repository.",
                    "",
                    "");
        }
        Named name = names.getFirst();
        if (!later.isEmpty()) {
            Tagged newest = later.getFirst();
            String tag = newest.named().name();
            return newest.content() != null
                            && newest.content().readable()
                            && newest.content().scannedAt().isAfter(fresh)
                    ? new Outlook(
                            State.NO_CANDIDATE,
                            tag + " is newer, and for another platform or the same inside.",
                            "",
                            "",
                            "")
                    : new Outlook(
                            State.NO_CANDIDATE,
                            newest.content() == null
                                    ? tag + " is newer, and nobody has looked into it."
                                    : tag + " is newer, and the last look into it is too old or was not complete.",
                            "Scan " + tag + ".",
                            tag,
                            "");
        }
        Instant looked = lookedAt.get(name.repository());
        return looked == null
                ? new Outlook(
                        State.NO_CANDIDATE,
                        "No newer image of its series is known here, and nobody reads the tags of "
                                + name.repository().name() + ".",
                        "Watch " + name.repository().name() + ", or scan a newer tag of it.",
                        "",
                        name.repository().name())
                : new Outlook(
                        State.NO_CANDIDATE, name.name() + " is the newest of its series in the registry.", "", "", "");
    }
}
