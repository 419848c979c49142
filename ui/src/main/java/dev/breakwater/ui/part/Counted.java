package dev.breakwater.ui.part;

import dev.breakwater.central.platform.Lists;
import java.text.NumberFormat;
import java.util.Locale;

/** Counts as people read them: grouped, and "10,000+" where counting stopped. */
public final class Counted {

    private Counted() {}

    public static String number(long count) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
    }

    /** A count that stops at {@link Lists#COUNT_CAP}. */
    public static String capped(int count) {
        return count > Lists.COUNT_CAP ? number(Lists.COUNT_CAP) + "+" : number(count);
    }

    /** With its noun: {@code 1 violation}, {@code 3 violations}. */
    public static String of(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }
}
