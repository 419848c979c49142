/** Who may use the product: accounts, API tokens, and what their roles include. Entry: {@code AccessNavigation}. */
@NullMarked
package dev.breakwater.ui.access;

import org.jspecify.annotations.NullMarked;
