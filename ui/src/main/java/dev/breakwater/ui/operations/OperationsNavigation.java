package dev.breakwater.ui.operations;

/** Where these pages are, for the links of others. */
public final class OperationsNavigation {

    public static final String HEALTH = "health";
    public static final String AUDIT = "audit";
    public static final String SETTINGS = "settings";

    private OperationsNavigation() {}
}
