package dev.breakwater.central.images.internal.base;

import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.images.BaseImage.Outlook;
import dev.breakwater.central.images.BaseImage.Recognised;
import dev.breakwater.central.images.BaseImage.State;
import dev.breakwater.central.images.BaseImages;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.images.internal.base.BaseTable.Known;
import dev.breakwater.central.images.internal.base.BaseTable.Named;
import dev.breakwater.central.images.internal.base.BaseTable.Repository;
import dev.breakwater.central.images.internal.base.BaseTable.Under;
import dev.breakwater.central.images.internal.contents.ContentBodies;
import dev.breakwater.central.images.internal.watch.TagSeries;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.model.ImageName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Joins what labels say with what layers show. */
@Service
class StoredBaseImages implements BaseImages {

    private static final String NOT_LOOKED = "Nobody has looked inside the image.";
    private static final String NO_LAYERS =
            "What was told of the image does not tell its layers, and no label names a base.";
    private static final String NONE =
            "No label names a base, and no image that was looked into is made of its lowest layers alone.";

    /** The most specific first: with the most numbers, then the longest. */
    private static final Comparator<Named> SPECIFIC_FIRST = Comparator.<Named>comparingInt(
                    name -> -TagSeries.of(name.tag()).numbers().size())
            .thenComparing(name -> -name.tag().length())
            .thenComparing(Named::name);

    private final BaseTable table;
    private final ImageReports reports;
    private final ContentBodies bodies;
    private final ImagesProperties properties;
    private final Clock clock;

    StoredBaseImages(
            BaseTable table, ImageReports reports, ContentBodies bodies, ImagesProperties properties, Clock clock) {
        this.table = table;
        this.reports = reports;
        this.bodies = bodies;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Standing of(String image, AccessScope scope) {
        ImageReport.Scan scan = reports.get(image, scope).scan();
        if (scan == null) {
            return new Standing(null, NOT_LOOKED, List.of());
        }
        List<BaseImage> all =
                under(List.of(scan.contentId())).stream().map(Stand::base).toList();
        return all.isEmpty()
                ? new Standing(null, scan.layers() == 0 ? NO_LAYERS : NONE, List.of())
                : new Standing(all.getFirst(), "", all.subList(1, all.size()));
    }

    @Override
    public Map<Integer, Body> bodies(Collection<Integer> contentIds) {
        return bodies.of(contentIds);
    }

    @Override
    public List<Stand> under(Collection<Integer> contentIds) {
        Map<Integer, List<Under>> byContent = table.under(new HashSet<>(contentIds)).stream()
                .collect(Collectors.groupingBy(Under::content, LinkedHashMap::new, Collectors.toList()));
        Set<Integer> bases = byContent.values().stream()
                .flatMap(List::stream)
                .map(Under::base)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Integer, List<Named>> names = new HashMap<>(table.names(bases));
        Set<Integer> contents = new HashSet<>(bases);
        contents.addAll(byContent.keySet());
        Map<Integer, Known> known = table.known(contents);
        Map<Integer, Named> labelled = new HashMap<>();
        byContent.forEach((content, found) -> label(found.getFirst()).ifPresent(name -> labelled.put(content, name)));
        Set<Repository> repositories = Stream.concat(
                        names.values().stream().flatMap(List::stream), labelled.values().stream())
                .map(Named::repository)
                .collect(Collectors.toSet());
        Series series = new Series(
                table.tags(repositories),
                table.lookedAt(repositories),
                clock.instant().minus(properties.scanMaxAge()));
        List<Stand> stands = new ArrayList<>();
        byContent.forEach((content, found) -> bases(found, labelled.get(content), names, known, series)
                .forEach(base -> stands.add(new Stand(content, base))));
        return stands;
    }

    private static Optional<Named> label(Under under) {
        if (!under.baseName().isEmpty()) {
            ImageName name = ImageName.parse(under.baseName());
            if (!name.tag().isEmpty()) {
                return Optional.of(Named.of(name));
            }
        }
        return Optional.empty();
    }

    /** What one content stands on, the nearest first. What labels name is the nearest: a builder knows what it built on. */
    private static List<BaseImage> bases(
            List<Under> found,
            @Nullable Named label,
            Map<Integer, List<Named>> names,
            Map<Integer, Known> known,
            Series series) {
        Under first = found.getFirst();
        boolean says = label != null || !first.baseDigest().isEmpty();
        Integer meant = says ? meant(found, label, names) : null;
        List<BaseImage> bases = new ArrayList<>();
        if (says && meant == null) {
            bases.add(unseen(first, label));
        }
        boolean above = meant != null;
        Set<Repository> nearer = new HashSet<>();
        for (Under one : found) {
            Known base = one.base() == null ? null : known.get(one.base());
            above = above && !one.base().equals(meant);
            // What stands between the image and what its labels name is another image built on the same base.
            if (base == null || above) {
                continue;
            }
            boolean named = base.id() == Objects.requireNonNullElse(meant, -1);
            List<Named> all = new ArrayList<>(names.getOrDefault(base.id(), List.of()));
            if (named && label != null && !all.contains(label)) {
                all.add(label);
            }
            // A later tag that adds layers to an earlier one of its repository took its place already.
            if (!nearer.isEmpty() && all.stream().map(Named::repository).anyMatch(nearer::contains)) {
                continue;
            }
            all.stream().map(Named::repository).forEach(nearer::add);
            all.sort(SPECIFIC_FIRST);
            Series.Answer answer = series.newerThan(base, all, known.get(first.content()));
            String name = named && label != null
                    ? label.name()
                    : all.isEmpty() ? "" : all.getFirst().name();
            bases.add(new BaseImage(
                    named ? List.of(Recognised.LABELS, Recognised.LAYERS) : List.of(Recognised.LAYERS),
                    name,
                    base.digest(),
                    base.id(),
                    one.depth(),
                    answer.newer(),
                    answer.outlook()));
        }
        return bases;
    }

    /** Which of the known images below it the labels mean; by the digest, by a tag, else the nearest if nothing speaks against it. */
    private static @Nullable Integer meant(List<Under> found, @Nullable Named label, Map<Integer, List<Named>> names) {
        for (Under one : found) {
            if (one.base() != null && one.base().equals(one.labelled())) {
                return one.base();
            }
        }
        if (label != null) {
            for (Under one : found) {
                if (one.base() != null
                        && names.getOrDefault(one.base(), List.of()).contains(label)) {
                    return one.base();
                }
            }
            Under nearest = found.getFirst();
            if (nearest.base() != null
                    && nearest.baseDigest().isEmpty()
                    && names.getOrDefault(nearest.base(), List.of()).isEmpty()) {
                return nearest.base();
            }
        }
        return null;
    }

    /** One that is only named: what is in it is not known, so nothing can be held against it. */
    private static BaseImage unseen(Under under, @Nullable Named label) {
        String name = label == null ? "" : label.name();
        String title = name.isEmpty() ? under.baseDigest() : name;
        return new BaseImage(
                List.of(Recognised.LABELS),
                name,
                under.baseDigest().isEmpty() ? null : under.baseDigest(),
                null,
                0,
                List.of(),
                new Outlook(
                        State.NO_CANDIDATE,
                        under.labelled() == null
                                ? "Nobody has looked into " + title + ", which the labels of the image name."
                                : "The labels of the image name " + title
                                        + ", but its layers are not the lowest of the image.",
                        name.isEmpty() ? "Scan the base by its name." : "Scan " + name + ", and a newer tag of it.",
                        name,
                        ""));
    }
}
