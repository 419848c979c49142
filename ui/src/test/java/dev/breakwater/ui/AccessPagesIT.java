package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.access.ApiToken;
import dev.breakwater.central.access.ApiTokens;
import dev.breakwater.central.access.People;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.access.User;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.PageHead;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The pages of access do what they say. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class AccessPagesIT extends SpringBrowserlessTest {

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Test
    void addsAUserGivesThemAnotherRoleAndDisablesThem() {
        UI.getCurrent().navigate("access/users");
        press("Add user…");
        $(TextField.class).all().stream()
                .filter(field -> "Name".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue("pages-kim");
        PasswordField password = $(PasswordField.class).single();
        password.setValue("short");
        press("Add the user");
        assertThat(password.isInvalid()).isTrue();
        assertThat(password.getErrorMessage()).contains("12 characters");
        password.setValue("a long password");
        press("Add the user");

        User kim = people.find("pages-kim").orElseThrow();
        assertThat(kim.role()).isEqualTo(Role.ANALYST);
        open("access/users", kim.id().toString());
        press("Change role…");
        select().setValue(Role.ADMIN);
        press("Change the role");
        assertThat(people.find("pages-kim").orElseThrow().role()).isEqualTo(Role.ADMIN);
        open("access/users", kim.id().toString());
        press("Disable…");
        press("Disable the account");
        assertThat(people.find("pages-kim").orElseThrow().enabled()).isFalse();
    }

    @Test
    void showsATokenOnce() {
        UI.getCurrent().navigate("access/tokens");
        press("New token…");
        $(TextField.class).all().stream()
                .filter(field -> "Name".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue("pages-ci");
        press("Make the token");
        assertThat($(CopyLine.class).all()).isNotEmpty();
        ApiToken made = tokens.list().stream()
                .filter(token -> token.name().equals("pages-ci"))
                .findFirst()
                .orElseThrow();
        open("access/tokens", made.id().toString());
        press("Revoke…");
        press("Revoke the token");
        assertThat(tokens.list().stream()
                        .filter(token -> token.name().equals("pages-ci"))
                        .findFirst()
                        .orElseThrow()
                        .revokedAt())
                .isNotNull();
    }

    @Test
    @WithMockUser(username = "analyst", roles = "ANALYST")
    void keepsAnalystsOut() {
        for (String path : List.of("access/users", "access/tokens", "access/permissions", "settings")) {
            UI.getCurrent().navigate(path);
            assertThat($(Grid.class).all()).as(path).isEmpty();
            assertThat($(PageHead.class).all()).as(path).isEmpty();
        }
        UI.getCurrent().navigate("me");
        assertThat($(H1.class).single().getText()).isEqualTo("Your account");
    }

    private void open(String path, String id) {
        UI.getCurrent().navigate(path, new QueryParameters(java.util.Map.of("sel", List.of(id))));
    }

    @SuppressWarnings("unchecked")
    private Select<Role> select() {
        return $(Select.class).all().getLast();
    }

    private void press(String words) {
        Button button = $(Button.class).all().stream()
                .filter(each -> each.getText().equals(words) && each.isVisible())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no button '" + words + "'"));
        test(button).click();
    }
}
