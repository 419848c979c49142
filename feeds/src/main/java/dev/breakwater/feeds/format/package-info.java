/** One class for each format of publishers: whether a document is one, and what it says. {@code Formats} is the registry. */
@NullMarked
package dev.breakwater.feeds.format;

import org.jspecify.annotations.NullMarked;
