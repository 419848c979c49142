/** The pages of those who run Breakwater: its own health, and who did what. */
@NullMarked
package dev.breakwater.ui.operations;

import org.jspecify.annotations.NullMarked;
