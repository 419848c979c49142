package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.engine.image.InstalledPackage;

/**
 * A package in a version, as it is kept once for all images.
 *
 * @param distribution such as {@code debian:12}, empty = it came with none
 */
record MatchedPackage(int id, InstalledPackage installed, String distribution) {}
