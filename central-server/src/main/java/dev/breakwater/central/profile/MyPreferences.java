package dev.breakwater.central.profile;

/** The preferences of the present person, who alone reads and changes them. */
public interface MyPreferences {

    /** As they were chosen; {@link Preferences#DEFAULT} for somebody who chose nothing. */
    Preferences get();

    /** Replaces them. */
    Preferences change(Preferences preferences);
}
