package dev.breakwater.contracts;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Text;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Arbitrary facts of every kind, derived from the components of the records: a component that the model gains is generated
 * without a word here, so that a mapping which forgets it fails its round trip.
 */
public final class FactArbitraries {

    private static final int LONGEST = 3;
    private static final double UNSET = 0.4;

    private FactArbitraries() {}

    /** Objects of all kinds. */
    public static Arbitrary<ClusterObject> clusterObjects() {
        return Arbitraries.of(kinds()).flatMap(FactArbitraries::objects);
    }

    /** Two objects of one kind that share nothing but by chance. */
    public static Arbitrary<Pair> pairsOfOneKind() {
        return Arbitraries.of(kinds())
                .flatMap(kind ->
                        Combinators.combine(objects(kind), objects(kind)).as(Pair::new));
    }

    /** Two objects of one kind. */
    public record Pair(ClusterObject first, ClusterObject second) {}

    /** Records of one type. */
    public static <R> Arbitrary<R> records(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Arbitrary<Object>> values =
                Stream.of(components).map(FactArbitraries::component).toList();
        return Combinators.combine(values)
                .as(arguments -> type.cast(Records.create(type, arguments.toArray())))
                .withoutEdgeCases();
    }

    /** References to images as written by people, with and without a digest that was learnt elsewhere. */
    public static Arbitrary<ImageName> imageNames() {
        Arbitrary<String> references = Arbitraries.oneOf(
                texts(),
                Combinators.combine(
                                Arbitraries.of(
                                        "", "localhost/", "registry.example:5000/", "docker.io/", "https://q.io/"),
                                Arbitraries.of("nginx", "team/app", "a/b/c"),
                                Arbitraries.of("", ":1.2", ":latest", ":"),
                                digests().map(digest -> "@" + digest).injectNull(0.5))
                        .as((registry, path, tag, digest) -> registry + path + tag + (digest == null ? "" : digest)));
        return Combinators.combine(references.map(ImageName::parse), digests().injectNull(0.5))
                .as((name, digest) -> digest == null ? name : name.withDigest(digest));
    }

    /** Digests of both algorithms. */
    public static Arbitrary<Digest> digests() {
        StringArbitrary hexadecimal = Arbitraries.strings().withChars("0123456789abcdef");
        return Arbitraries.oneOf(
                hexadecimal.ofLength(64).map(digits -> new Digest("sha256:" + digits)),
                hexadecimal.ofLength(128).map(digits -> new Digest("sha512:" + digits)));
    }

    /** Short texts: names as Kubernetes allows them, and anything else that is well-formed Unicode. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("-./0123456789")
                .ofMaxLength(12);
        Arbitrary<String> anything = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMaxSize(6)
                .map(points -> String.join("", points));
        return Arbitraries.frequencyOf(Tuple.of(3, names), Tuple.of(1, anything));
    }

    /** Times that a timestamp can hold, to the nanosecond. */
    public static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<ClusterObject> objects(Class<? extends ClusterObject> kind) {
        return records(kind).map(ClusterObject.class::cast);
    }

    private static Arbitrary<Object> component(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        Arbitrary<Object> values = values(type.getType());
        return type.isAnnotationPresent(Nullable.class) ? values.injectNull(UNSET) : values;
    }

    private static Arbitrary<Object> values(Type type) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class ->
                values(list.getActualTypeArguments()[0])
                        .list()
                        .ofMaxSize(LONGEST)
                        .asGeneric();
            case ParameterizedType map ->
                Arbitraries.maps(texts(), values(map.getActualTypeArguments()[1]))
                        .ofMaxSize(LONGEST)
                        .asGeneric();
            case Class<?> simple -> simple(simple).asGeneric();
            default -> throw new IllegalArgumentException("no arbitrary for " + type);
        };
    }

    private static Arbitrary<?> simple(Class<?> type) {
        if (type == String.class) {
            return texts();
        } else if (type == boolean.class || type == Boolean.class) {
            return Arbitraries.of(true, false);
        } else if (type == int.class || type == Integer.class) {
            return Arbitraries.integers();
        } else if (type == long.class || type == Long.class) {
            return Arbitraries.longs();
        } else if (type == Double.class) {
            return Arbitraries.doubles();
        } else if (type == Instant.class) {
            return instants();
        } else if (type == Digest.class) {
            return digests();
        } else if (type == ImageName.class) {
            return imageNames();
        } else if (type == Text.class) {
            return Arbitraries.oneOf(texts().map(Text::plain), redacted());
        } else if (type.isEnum()) {
            return Arbitraries.of(type.getEnumConstants());
        }
        return records(type);
    }

    private static Arbitrary<Text> redacted() {
        return Combinators.combine(texts(), Arbitraries.integers(), texts()).as(Text::redacted);
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends ClusterObject>> kinds() {
        return Stream.of(ClusterObject.class.getPermittedSubclasses())
                .<Class<? extends ClusterObject>>map(kind -> (Class<? extends ClusterObject>) kind)
                .toList();
    }
}
