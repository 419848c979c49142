/** What pipelines had checked before they delivered, and which gate a workload passed. */
@NullMarked
package dev.breakwater.ui.checks;

import org.jspecify.annotations.NullMarked;
