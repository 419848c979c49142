package dev.breakwater.ui.access;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.access.People;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.access.User;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.ui.part.FormDialog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What administrators do to accounts, each asked in a dialog that says what follows. */
final class AccountDialogs {

    private final People people;

    AccountDialogs(People people) {
        this.people = people;
    }

    /** @param done takes the account that was made */
    Dialog add(Consumer<User> done) {
        TextField name = new TextField("Name");
        name.setHelperText("a-z 0-9 . _ @ -, at most 64. It cannot be changed later.");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setWidthFull();
        Select<Role> role = role();
        role.setValue(Role.ANALYST);
        PasswordField password = password("Password to begin with");
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                        "Add a user",
                        "Whoever it is for changes the password on their own page.",
                        "Add the user",
                        () -> {
                            User made = people.create(name.getValue().strip(), password.getValue(), role.getValue());
                            dialog[0].close();
                            done.accept(made);
                        })
                .with("username", name)
                .with("role", role)
                .with("password", password);
        return dialog[0];
    }

    Dialog changeRole(User user, Runnable done) {
        Select<Role> role = role();
        role.setValue(user.role());
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                        "Change the role of " + user.username(),
                        "It holds at once. Open sessions of " + user.username() + " end.",
                        "Change the role",
                        () -> {
                            people.changeRole(user.username(), role.getValue());
                            dialog[0].close();
                            done.run();
                        })
                .with("role", role);
        return dialog[0];
    }

    Dialog resetPassword(User user, Runnable done) {
        PasswordField password = password("New password");
        password.setAutofocus(true);
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                        "Reset the password of " + user.username(),
                        "Open sessions of " + user.username() + " end. API tokens are not touched.",
                        "Reset the password",
                        () -> {
                            people.changePassword(user.username(), password.getValue());
                            dialog[0].close();
                            done.run();
                        })
                .with("password", password);
        return dialog[0];
    }

    Dialog disable(User user, Runnable done) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Disable " + user.username(),
                "Open sessions end, and nobody signs in as " + user.username()
                        + " until the account is enabled again. What it decided and wrote stays.",
                "Disable the account",
                () -> {
                    people.enable(user.username(), false);
                    dialog[0].close();
                    done.run();
                });
        return dialog[0];
    }

    Dialog remove(User user, Runnable done) {
        TextField typed = new TextField("Type " + user.username() + " to go on");
        typed.setAutofocus(true);
        typed.setWidthFull();
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                        "Remove " + user.username(),
                        "The account is gone for good. What it decided and wrote stays, under its name; the audit log keeps all of"
                                + " it.",
                        "Remove the account",
                        () -> {
                            if (!typed.getValue().strip().equals(user.username())) {
                                throw new InvalidRequest("typed", typed.getValue(), user.username());
                            }
                            people.remove(user.username());
                            dialog[0].close();
                            done.run();
                        })
                .with("typed", typed);
        return dialog[0];
    }

    /** Roles to choose from for an account. */
    static Select<Role> role() {
        return role(Arrays.stream(Role.values()).filter(Role::isForPeople).toList());
    }

    /** Roles to choose from. */
    static Select<Role> role(List<Role> roles) {
        Select<Role> role = new Select<>();
        role.setLabel("Role");
        role.setItems(roles);
        role.setItemLabelGenerator(AccountDialogs::words);
        role.setWidthFull();
        return role;
    }

    /** A role with what it includes. */
    static String words(Role role) {
        return switch (role) {
            case ADMIN -> "admin: may do everything";
            case ANALYST -> "analyst: reads, changes nothing";
            case NODE -> "node: brings what a look at a node found, reads nothing";
            case PIPELINE -> "pipeline: checks manifests and records that, reads nothing";
        };
    }

    /** A role's name. */
    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static PasswordField password(String label) {
        PasswordField password = new PasswordField(label);
        password.setHelperText(People.PASSWORD_RULE + ".");
        password.setRequiredIndicatorVisible(true);
        password.setWidthFull();
        password.getElement().setAttribute("autocomplete", "new-password");
        return password;
    }
}
