package dev.breakwater.ui.part;

/**
 * What a list page is, before it shows anything.
 *
 * @param path of the route, without a slash
 * @param meaning one sentence that says what the list is
 * @param defaultFilter the filter when the URL has none
 * @param defaultSort the order when the URL has none, as the list takes it
 */
public record ListPage(String path, String title, String meaning, String defaultFilter, String defaultSort) {}
