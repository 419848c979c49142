package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FilterBar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The states of a list, and what of them the URL keeps. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ListStatesIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @AfterEach
    void mend() {
        jdbc.sql("update clusters set last_contact_at = now()").update();
        jdbc.sql("alter table if exists violations_away rename to violations").update();
    }

    @Test
    void aFilterThatIsNotUnderstoodShowsNothingElse() {
        open("violations", "q", "severity:grave");

        assertThat(words($(EmptyState.class).single())).contains("This filter is not understood");
        assertThat($(FilterBar.class).single().getElement().getProperty("problem"))
                .contains("grave")
                .contains("critical");
    }

    @Test
    void aSilentClusterIsNamedWithItsSilence() {
        jdbc.sql("update clusters set last_contact_at = now() - interval '12 minutes'")
                .update();

        open("inventory", "q", "");

        assertThat(text()).contains("The sensor of c1 has been silent for 12 min.");
    }

    @Test
    void aListThatCannotBeReadSaysWhereTheLogHasMore() {
        jdbc.sql("alter table violations rename to violations_away").update();

        open("violations", "q", "");

        assertThat(words($(EmptyState.class).single()))
                .contains("The list could not be read")
                .containsPattern("under the id [0-9a-f]{16}");
        jdbc.sql("alter table violations_away rename to violations").update();

        test($(Button.class).withText("Try again").single()).click();

        assertThat($(Grid.class).all()).hasSize(1);
    }

    @Test
    void theUrlSaysWhichColumnsAreSeen() {
        open("inventory", "cols", "name,owner,nonsense");

        assertThat(seenColumns()).containsExactly("name", "owner");

        open("inventory", "q", "");

        assertThat(seenColumns()).contains("name", "kind", "images");
    }

    @Test
    void theScopeLimitsAListAsFarAsItKnowsIt() {
        open("policies", "scope", "cluster:nowhere,ns:nobody");

        assertThat($(Grid.class).single().getDataCommunicator().getItem(0)).isNotNull();
    }

    private List<String> seenColumns() {
        Grid<?> grid = $(Grid.class).single();
        return grid.getColumns().stream()
                .filter(Component::isVisible)
                .map(Grid.Column::getKey)
                .toList();
    }

    private void open(String path, String parameter, String value) {
        UI.getCurrent().navigate(path, new QueryParameters(Map.of(parameter, List.of(value))));
    }

    private String text() {
        return $(Div.class).all().stream().map(ListStatesIT::words).collect(Collectors.joining("\n"));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
