/**
 * What belongs to a person: how they like the console, and the views of lists that they keep or share. Entry: {@code
 * Preferences}, {@code SavedViews}.
 */
@NullMarked
@ApplicationModule(displayName = "Profile")
package dev.breakwater.central.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
