/** The page of who is signed in: their password, their sessions, how they like the console. */
@NullMarked
package dev.breakwater.ui.person;

import org.jspecify.annotations.NullMarked;
