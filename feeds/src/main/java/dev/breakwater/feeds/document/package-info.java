/** Files of feeds as bounded streams of documents, and documents as trees, whatever they are written in. */
@NullMarked
package dev.breakwater.feeds.document;

import org.jspecify.annotations.NullMarked;
