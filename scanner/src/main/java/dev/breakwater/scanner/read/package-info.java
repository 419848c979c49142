/** How a reader is told of the files of a layer. A package reader is one small class, one test and one line in a registry. */
@NullMarked
package dev.breakwater.scanner.read;

import org.jspecify.annotations.NullMarked;
