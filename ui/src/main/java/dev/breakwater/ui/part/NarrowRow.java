package dev.breakwater.ui.part;

import com.vaadin.flow.function.ValueProvider;

/**
 * A row where there is no room for columns: two lines in one cell.
 *
 * @param severity its mark, in the CSS word of {@link SeverityMark#css}; empty = none
 * @param first the object
 * @param second where it is, and what else fits
 * @param end at the right of the first line, such as the age
 */
public record NarrowRow<T>(
        ValueProvider<T, String> severity,
        ValueProvider<T, String> first,
        ValueProvider<T, String> second,
        ValueProvider<T, String> end) {}
