/**
 * Looking inside images. {@link dev.breakwater.scanner.ImageScanner} is the entry: it takes an image from a registry or a
 * file, reads each layer once, and says what is in it. Everything that it reads is hostile until shown otherwise: bounded in
 * bytes, entries, depth and time, and never written to disk under its own name. It knows no advisory (ADR 015).
 */
@NullMarked
package dev.breakwater.scanner;

import org.jspecify.annotations.NullMarked;
