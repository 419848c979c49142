/** Advisory feeds in the formats of their publishers, read as advisories of the engine. */
@NullMarked
package dev.breakwater.feeds;

import org.jspecify.annotations.NullMarked;
