/**
 * What language package managers leave in an image: one small class for each sort of file, in the order of
 * {@link dev.breakwater.scanner.language.LanguageReaders}.
 */
@NullMarked
package dev.breakwater.scanner.language;

import org.jspecify.annotations.NullMarked;
