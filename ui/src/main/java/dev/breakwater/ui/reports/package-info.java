/** Reports: what is made by itself, and what was made. Entry: {@code ReportsNavigation}. */
@NullMarked
package dev.breakwater.ui.reports;

import org.jspecify.annotations.NullMarked;
