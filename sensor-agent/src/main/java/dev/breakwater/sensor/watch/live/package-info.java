/**
 * A cluster's API as a source. Entry: {@link dev.breakwater.sensor.watch.live.LiveSource}. Informers list in pages and
 * watch, but their stores keep resource versions only: each object is translated as it comes and forgotten. An API that is
 * not served or not allowed is reported and tried again later.
 */
@NullMarked
package dev.breakwater.sensor.watch.live;

import org.jspecify.annotations.NullMarked;
