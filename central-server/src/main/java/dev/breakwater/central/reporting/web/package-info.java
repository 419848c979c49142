/**
 * How summaries are put asked for over REST.
 */
@NullMarked
package dev.breakwater.central.reporting.web;

import org.jspecify.annotations.NullMarked;
