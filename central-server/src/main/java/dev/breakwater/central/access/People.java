package dev.breakwater.central.access;

import java.util.List;
import java.util.Optional;

/** Local accounts. Changing them is for administrators. */
public interface People {

    List<User> list();

    Optional<User> find(String username);

    /**
     * Makes an account.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the name or the password is not acceptable
     * @throws dev.breakwater.central.platform.Conflict if the name is taken
     */
    User create(String username, String password, Role role);

    /** Sets a new password. */
    void changePassword(String username, String password);

    /** Lets an account sign in, or not. The last enabled administrator cannot be disabled. */
    User enable(String username, boolean enabled);
}
