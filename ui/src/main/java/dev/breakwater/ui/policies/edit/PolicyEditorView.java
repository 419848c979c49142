package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.policies.PoliciesNavigation;
import dev.breakwater.ui.policies.draft.FilterPolicy;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import dev.breakwater.ui.policies.draft.Step;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a policy is written. The address says which one and which step; what was typed and is not saved yet is kept until its
 * writer leaves, and leaving asks first.
 */
@Route(PoliciesNavigation.NEW)
@RouteAlias(PoliciesNavigation.PATH + "/:policy/edit")
@RolesAllowed("ADMIN")
class PolicyEditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final EditorServices services;
    private String title = "New policy";
    private @Nullable EditorPage page;

    PolicyEditorView(EditorServices services) {
        this.services = services;
        addClassNames("bw-page", "bw-ed");
    }

    @Override
    public String getPageTitle() {
        return title + " · Policies · Breakwater";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Step step = asked.getSingleParameter("step").flatMap(Step::of).orElse(Step.BASICS);
        Optional<UUID> edited = event.getRouteParameters().get("policy").map(PolicyEditorView::id);
        try {
            if (edited.isPresent()) {
                show(PolicyDraft.of(services.policies().get(edited.get())), "", List.of(), step);
            } else if (asked.getSingleParameter("from").isPresent()) {
                StoredPolicy from = services.policies()
                        .get(id(asked.getSingleParameter("from").orElseThrow()));
                show(
                        PolicyDraft.cloneOf(from, services.newId()),
                        "A copy of “" + from.policy().name() + "”, without its exclusions.",
                        List.of(),
                        step);
            } else if (asked.getSingleParameter("q").isPresent()) {
                fromFilter(asked.getSingleParameter("q").orElseThrow(), step);
            } else {
                show(PolicyDraft.blank(services.newId()), "", List.of(), step);
            }
        } catch (NotFound e) {
            throw new NotFoundException(e.getMessage());
        }
    }

    private void fromFilter(String filter, Step step) {
        try {
            FilterPolicy begun = FilterPolicy.of(filter, services.newId());
            show(PolicyDraft.fresh(begun.policy()), "Begun with the filter " + filter + ".", begun.left(), step);
        } catch (InvalidRequest e) {
            show(
                    PolicyDraft.blank(services.newId()),
                    "The filter could not be read, so it begins empty.",
                    List.of(),
                    step);
        }
    }

    private void show(PolicyDraft draft, String origin, List<String> left, Step step) {
        removeAll();
        title = draft.saved() == null ? "New policy" : draft.policy().name();
        EditorPage shown = new EditorPage(services, draft, origin, left);
        page = shown;
        add(shown);
        shown.onStep(this::rewrite);
        shown.onChanged(changed -> getElement().setAttribute("data-changed", String.valueOf(changed)));
        shown.go(step);
    }

    /** The step is a part of the address, but no entry of its own in the history. */
    private void rewrite(Step step) {
        getUI().ifPresent(ui -> {
            Location here = ui.getActiveViewLocation();
            QueryParameters query = here.getQueryParameters().merging("step", step.parameter());
            ui.getPage().getHistory().replaceState(null, new Location(here.getPath(), query));
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // The browser's own question, for a reload or a closed tab.
        getElement().executeJs("""
                        const ask = (event) => {
                            if (!this.isConnected) {
                                window.removeEventListener('beforeunload', ask);
                            } else if (this.dataset.changed === 'true') {
                                event.preventDefault();
                            }
                        };
                        window.addEventListener('beforeunload', ask);
                        """);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (page == null || !page.isChanged()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leaving = event.postpone();
        new LeaveDialog(leaving::proceed, leaving::cancel).open();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("no policy " + text);
        }
    }
}
