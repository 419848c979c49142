package dev.breakwater.central.system;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One kind of what people made, as an export carries it to another database. Each capability declares its own as beans, in an
 * order in which what others refer to comes first; they are read, compared and written together.
 *
 * <p>Items are named by what they are, never by the number of a row, so that they mean the same elsewhere. Their records are
 * the format of the file: a component that is not {@code @Nullable} must be given.
 *
 * @param <T> an item as it stands in the file
 */
public interface Carried<T extends Record> {

    /** Its name in the file. */
    String name();

    /** What its items are, in words, such as {@code accounts}. */
    String what();

    Class<T> item();

    /** What tells an item from the others of its kind; one line of text. */
    String key(T item);

    /**
     * All that there is, in any order.
     *
     * @param secrets with what can be used to get in, such as hashes of passwords
     */
    List<T> read(boolean secrets);

    /**
     * Looks at one item by itself.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest naming the component that cannot be used
     */
    void check(T item);

    /** The keys that others may refer to, besides those that an import brings. */
    default Set<String> present() {
        return read(false).stream().map(this::key).collect(Collectors.toSet());
    }

    /** Why an item cannot be taken here, {@code null} if it can. */
    default @Nullable String obstacle(T item, Reach reach) {
        return null;
    }

    /** Whether what is here says what the file says; secrets that the file leaves out say nothing. */
    default boolean same(T here, T wanted) {
        return here.equals(wanted);
    }

    /** The item as it may be shown and kept in the audit log. */
    default Record shown(T item) {
        return item;
    }

    /** Whether each item that changes is told by itself in the audit log. */
    default boolean toldSingly() {
        return true;
    }

    /**
     * Makes or replaces items within the present transaction, whose caller holds the policy set.
     *
     * @throws dev.breakwater.central.platform.Conflict if that would leave something that must not be
     */
    void write(List<T> items);

    /** Tells what there will be when an import is done: what is here, and what it brings. */
    @FunctionalInterface
    interface Reach {
        boolean has(String section, String key);
    }
}
