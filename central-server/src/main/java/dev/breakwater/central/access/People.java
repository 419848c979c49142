package dev.breakwater.central.access;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.List;
import java.util.Optional;

/**
 * Local accounts. Changing them is for administrators, but that everybody changes their own password. A change of what an
 * account may do ends its open sessions, see {@link Standing}.
 */
public interface People {

    /** The fewest characters of a password. */
    int SHORTEST_PASSWORD = 12;

    /** The most bytes of a password (UTF-8): what BCrypt takes; more would be cut off silently. */
    int LONGEST_PASSWORD = 72;

    /** What a password must be like, in words. */
    String PASSWORD_RULE = SHORTEST_PASSWORD + " characters to " + LONGEST_PASSWORD
            + " bytes, at least 5 different ones, and not the name of the account in it";

    /**
     * What an account may do now. A session began with one; it ends when this is another.
     *
     * @param number rises with each change
     */
    record Standing(Role role, boolean enabled, int number) {}

    List<User> list();

    /** Accounts by filter. */
    Page<User> list(ListRequest request, AccessScope scope);

    Optional<User> find(String username);

    Optional<Standing> standing(String username);

    /**
     * Makes an account.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the name or the password is not acceptable
     * @throws dev.breakwater.central.platform.Conflict if the name is taken
     */
    User create(String username, String password, Role role);

    /** Sets a new password, and ends the account's sessions. */
    void changePassword(String username, String password);

    /**
     * Lets the present person choose another password; their other sessions end.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the present one is wrong or the new one not acceptable
     */
    void changeOwnPassword(String present, String password);

    /**
     * Gives an account another role, and ends its sessions.
     *
     * @throws dev.breakwater.central.platform.Conflict if no enabled administrator would be left
     */
    User changeRole(String username, Role role);

    /** Lets an account sign in, or not. The last enabled administrator cannot be disabled. */
    User enable(String username, boolean enabled);

    /**
     * Removes an account. What it decided and wrote stays, under its name.
     *
     * @throws dev.breakwater.central.platform.Conflict if no enabled administrator would be left
     */
    void remove(String username);
}
