package dev.breakwater.central.platform;

import dev.breakwater.central.platform.ListDefinition.RowReader;

/**
 * How the rows of a list are gathered: rows with equal keys are one group, which knows how many they are and how weighty
 * the weightiest of them is. All SQL in here is ours, never input.
 *
 * @param name for page tokens, such as {@code violations-by-policy}
 * @param key SQL of what makes rows one group, a UUID
 * @param label SQL of the group's name, an aggregate; for the order by it
 * @param weight SQL of the group's weight, an aggregate of whole numbers
 * @param told more SQL columns of a group {@code g}, each with a comma before it; read for the groups of a page only
 * @param reader reads {@code id}, {@code weight}, {@code rows} and the columns of {@code told}
 */
public record Grouping<G>(String name, String key, String label, String weight, String told, RowReader<G> reader) {}
