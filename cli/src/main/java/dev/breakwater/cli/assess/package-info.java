/** One look at a whole cluster or folder, for those who decide: what is worst, what mends it, what is not known. */
@NullMarked
package dev.breakwater.cli.assess;

import org.jspecify.annotations.NullMarked;
