package dev.breakwater.ui.notifications;

/** Where the pages of notifications are. */
public final class NotificationsNavigation {

    /** Where messages go. */
    public static final String TARGETS = "notifications";

    /** What goes there. */
    public static final String RULES = "notifications/rules";

    /** What was told. */
    public static final String DELIVERIES = "notifications/deliveries";

    private NotificationsNavigation() {}
}
