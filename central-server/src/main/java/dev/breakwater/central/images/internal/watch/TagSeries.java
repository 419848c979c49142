package dev.breakwater.central.images.internal.watch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag read as a version: what is before its numbers, the numbers, and what follows.
 *
 * @param name what tags of a series have in common: prefix, first number and what follows; the whole tag if it has no numbers
 */
public record TagSeries(String tag, String name, List<BigInteger> numbers) implements Comparable<TagSeries> {

    private static final Pattern FORM = Pattern.compile("([A-Za-z._-]{0,20}?)([0-9]{1,18}(?:\\.[0-9]{1,18}){1,5})(.*)");

    /** Reads a tag; any text is one. */
    public static TagSeries of(String tag) {
        Matcher form = FORM.matcher(tag);
        if (!form.matches()) {
            return new TagSeries(tag, tag, List.of());
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : form.group(2).split("\\.", -1)) {
            numbers.add(new BigInteger(part));
        }
        return new TagSeries(tag, form.group(1) + numbers.getFirst() + form.group(3), numbers);
    }

    /** Whether it is a later one of the same series. */
    public boolean isNewerThan(TagSeries other) {
        return name.equals(other.name) && numbers.size() == other.numbers.size() && compareTo(other) > 0;
    }

    @Override
    public int compareTo(TagSeries other) {
        int common = Math.min(numbers.size(), other.numbers.size());
        for (int i = 0; i < common; i++) {
            int order = numbers.get(i).compareTo(other.numbers.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }
}
