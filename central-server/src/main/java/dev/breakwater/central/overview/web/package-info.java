/** Workloads, summary, coverage and exports over REST. */
@NullMarked
package dev.breakwater.central.overview.web;

import org.jspecify.annotations.NullMarked;
