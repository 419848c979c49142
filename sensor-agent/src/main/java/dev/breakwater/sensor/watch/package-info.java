/**
 * Where facts come from: a cluster's API ({@code live}) or folders of manifests ({@code folder}). Both translate objects by
 * the same path, {@link dev.breakwater.sensor.watch.ObjectTranslator}, and write into a {@link
 * dev.breakwater.sensor.facts.FactStore}; neither keeps an object longer than it takes to translate it.
 */
@NullMarked
package dev.breakwater.sensor.watch;

import org.jspecify.annotations.NullMarked;
