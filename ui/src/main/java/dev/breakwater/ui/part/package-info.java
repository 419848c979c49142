/**
 * What pages are made of: lists with a filter bar, marks for severities, words for times, states of a page.
 */
@NullMarked
package dev.breakwater.ui.part;

import org.jspecify.annotations.NullMarked;
