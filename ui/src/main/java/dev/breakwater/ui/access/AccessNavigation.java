package dev.breakwater.ui.access;

/** Where the pages of access are. */
public final class AccessNavigation {

    /** Accounts. */
    public static final String USERS = "access/users";

    /** API tokens. */
    public static final String TOKENS = "access/tokens";

    /** What the roles include. */
    public static final String PERMISSIONS = "access/permissions";

    private AccessNavigation() {}
}
