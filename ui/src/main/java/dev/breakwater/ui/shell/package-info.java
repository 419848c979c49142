/**
 * What stands around every page: navigation, scope, theme, the signed-in person, and the pages for what failed.
 */
@NullMarked
package dev.breakwater.ui.shell;

import org.jspecify.annotations.NullMarked;
