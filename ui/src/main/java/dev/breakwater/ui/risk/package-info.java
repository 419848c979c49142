/**
 * Workloads ranked by risk, and the explanation of one score.
 */
@NullMarked
package dev.breakwater.ui.risk;

import org.jspecify.annotations.NullMarked;
