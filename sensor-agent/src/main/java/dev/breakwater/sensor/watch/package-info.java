/**
 * Where facts come from: a cluster's API ({@link dev.breakwater.sensor.watch.LiveSource}) or folders of manifests ({@link
 * dev.breakwater.sensor.watch.FolderSource}). Both translate objects by the same path and write into a {@link
 * dev.breakwater.sensor.facts.FactStore}; neither keeps an object longer than it takes to translate it.
 */
@NullMarked
package dev.breakwater.sensor.watch;

import org.jspecify.annotations.NullMarked;
