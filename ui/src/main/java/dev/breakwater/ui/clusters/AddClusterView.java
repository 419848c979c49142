package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.fleet.NewCluster;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumSet;

/** Adds a cluster: a name, then its token and commands, then the page follows how it arrives. */
@Route(ClustersNavigation.ADD)
@PageTitle("Add a cluster · Breakwater")
@RolesAllowed("ADMIN")
class AddClusterView extends Div {

    private final Clusters clusters;
    private final Workloads workloads;
    private final Readers readers;
    private final Clock clock;
    private final LiveUpdates live;
    private final Div body = Markup.box("bw-cards bw-cards-one");
    private final TextField name = new TextField("Name");
    private final TextField environment = new TextField("Environment");

    AddClusterView(Clusters clusters, Workloads workloads, Readers readers, Clock clock, LiveUpdates live) {
        this.clusters = clusters;
        this.workloads = workloads;
        this.readers = readers;
        this.clock = clock;
        this.live = live;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Add a cluster",
                "About five minutes. For a live cluster you need the right to make a namespace, a Secret and a ClusterRole in it;"
                        + " for a folder of manifests, none.");
        head.addWay(Markup.link(ClustersNavigation.PATH, "Clusters"), Markup.icon("right"), Markup.text("", "Add"));
        add(head, body);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText("Lower-case letters, digits and -, at most 63. It cannot be changed later.");
        name.setAutofocus(true);
        environment.setHelperText("Such as production; may be empty.");
        Button create = new Button("Create token", event -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER).listenOn(this);
        body.add(Markup.box(
                "bw-card bw-form",
                new CardHead("What is it called?", ""),
                Markup.paragraph("Names of a cluster's workloads, violations and history hang on this name."),
                Markup.box("bw-form-row", name, environment),
                create));
    }

    private void create() {
        name.setInvalid(false);
        environment.setInvalid(false);
        try {
            NewCluster created = clusters.create(
                    name.getValue().strip(), environment.getValue().strip());
            follow(created);
        } catch (InvalidRequest e) {
            TextField field = e.field().contains("environment") ? environment : name;
            field.setErrorMessage("Allowed: " + e.allowed() + ".");
            field.setInvalid(true);
        } catch (Conflict e) {
            name.setErrorMessage(e.getMessage());
            name.setInvalid(true);
        }
    }

    private void follow(NewCluster created) {
        body.removeAll();
        ArrivalChain chain = new ArrivalChain(workloads, readers);
        body.add(new NewClusterCard(created, TimeWords.here(clock)), chain);
        body.add(Markup.box(
                "bw-empty-actions",
                Markup.link(ClustersNavigation.of(created.name()), "Go to cluster " + created.name())));
        String id = created.id().toString();
        chain.show(clusters.get(id, readers.scope()));
        getUI().ifPresent(ui -> {
            var changes = live.follow(
                    ui, EnumSet.of(LiveUpdates.Topic.TIME), () -> chain.show(clusters.get(id, readers.scope())));
            addDetachListener(event -> changes.remove());
        });
    }
}
