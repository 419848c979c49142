package dev.breakwater.central.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextPageToken opaque; pass it to get the next page, {@code null} = this was the last
 */
public record Page<T>(List<T> items, @Nullable String nextPageToken) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> derive) {
        return new Page<>(items.stream().<R>map(derive).toList(), nextPageToken);
    }
}
