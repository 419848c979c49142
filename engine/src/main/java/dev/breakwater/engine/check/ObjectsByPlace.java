package dev.breakwater.engine.check;

import dev.breakwater.engine.model.ClusterObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects by their type and namespace; those of the whole cluster are in the namespace with the empty name. */
final class ObjectsByPlace {

    private final Map<Class<?>, Map<String, List<ClusterObject>>> byNamespace;

    ObjectsByPlace(Stream<? extends ClusterObject> objects) {
        byNamespace = objects.collect(Collectors.groupingBy(
                ClusterObject::getClass,
                Collectors.groupingBy(object -> object.meta().namespace())));
    }

    /** Whether there is any of a type. */
    boolean hasAny(Class<? extends ClusterObject> type) {
        return byNamespace.containsKey(type);
    }

    /** All of a type. */
    <T extends ClusterObject> List<T> all(Class<T> type) {
        return byNamespace.getOrDefault(type, Map.of()).values().stream()
                .flatMap(List::stream)
                .map(type::cast)
                .toList();
    }

    /** Those of a namespace; safe because each list is filed under the class of what is in it. */
    @SuppressWarnings("unchecked")
    <T extends ClusterObject> List<T> in(Class<T> type, String namespace) {
        return (List<T>) byNamespace.getOrDefault(type, Map.of()).getOrDefault(namespace, List.of());
    }

    /** Those of a namespace, and those of the whole cluster. */
    <T extends ClusterObject> List<T> reaching(Class<T> type, String namespace) {
        List<T> own = in(type, namespace);
        List<T> everywhere = in(type, "");
        return own.isEmpty()
                ? everywhere
                : Stream.concat(own.stream(), everywhere.stream()).toList();
    }

    /** The one of a name. */
    <T extends ClusterObject> Optional<T> named(Class<T> type, String namespace, String name) {
        return in(type, namespace).stream()
                .filter(object -> object.meta().name().equals(name))
                .findFirst();
    }
}
