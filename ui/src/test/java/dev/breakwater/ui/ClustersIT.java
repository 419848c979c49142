package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** How the clusters are told, and how one is added. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ClustersIT extends SpringBrowserlessTest {

    private static final JdbcClient JDBC = ConsoleFixture.DATABASE.jdbc();

    @Autowired
    ConsoleFixture fixture;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @AfterEach
    void remove() {
        JDBC.sql("delete from clusters where name like 'told-%'").update();
    }

    @Test
    void timesStandInTheReadersWordsAndAFolderReadOnceIsNoAlarm() {
        cluster("told-silent", "LIVE");
        cluster("told-folder", "FOLDER");

        UI.getCurrent().navigate("clusters");

        assertThat(text())
                .contains("silent since 2 Oct 2025 10:00")
                .contains("a folder, read once at 2 Oct 2025 09:00; nothing has watched it since")
                .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\dT");
    }

    @Test
    void whatIsNoPageIsSaidWithinTheShell() {
        UI.getCurrent().navigate("nope");

        assertThat(text()).contains("Not found, or no access");
    }

    @Test
    void aNewClusterComesWithItsTokenAndItsWaysToStartThatDoNotHoldIt() {
        UI.getCurrent().navigate("clusters/add");
        test($(TextField.class).withCaption("Name").single()).setValue("told-new");
        test($(Button.class).withText("Create token").single()).click();

        List<String> lines = $(Pre.class).all().stream().map(Pre::getText).toList();
        String token = lines.getFirst();
        assertThat(token).startsWith("bwe_");
        assertThat(lines.subList(1, lines.size())).isNotEmpty().noneMatch(line -> line.contains(token));
        assertThat($(Tab.class).all())
                .extracting(Tab::getLabel)
                .containsExactly("Helm", "kubectl", "Argo CD", "Folder of manifests", "By hand");
    }

    private static void cluster(String name, String source) {
        JDBC.sql("insert into clusters (id, name, created_at, created_by, source, last_contact_at, synced_at)"
                        + " values (?, ?, now(), 'test', ?, '2025-10-02 10:00Z', '2025-10-02 09:00Z')")
                .params(UUID.randomUUID(), name, source)
                .update();
    }

    private String text() {
        return $(Div.class).all().stream()
                .map(div -> div.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
