/** What to upgrade first: the fix plan, and what of it concerns one image. */
@NullMarked
package dev.breakwater.ui.remedy;

import org.jspecify.annotations.NullMarked;
