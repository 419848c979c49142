package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.detection.ViolationGroup;
import dev.breakwater.central.detection.ViolationGroups.By;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The violations of one policy or workload, each a link to itself within the same filter. */
final class GroupDetail extends Div {

    private static final int SHOWN = 50;

    /**
     * @param q what the list is filtered by, and the group
     * @param scope of the page; links keep it
     * @param decisions about all of the group
     */
    GroupDetail(
            Opened<ViolationGroup> opened,
            GroupSource groups,
            String q,
            Scope scope,
            TimeWords times,
            Consumer<@Nullable ViolationGroup> open,
            DecisionButtons decisions) {
        ViolationGroup group = opened.row();
        addClassNames("bw-detail", "bw-detail-footed");
        String scoped = (scope.toFilter(
                                groups.terms().stream().map(FilterTerm::name).collect(Collectors.toSet())) + " " + q)
                .strip();
        List<ViolationRow> rows = groups.violations()
                .page(new ListRequest(scoped, "-severity,-openedAt", SHOWN, null))
                .items();
        int all = groups.violations().count(scoped);
        add(
                new DetailBar(opened, groups.noun().one(), open, SeverityMark.of(group.severity())),
                Markup.heading(group.name()),
                Markup.text("bw-meta", Counted.capped(all) + (all == 1 ? " violation matches" : " violations match")));
        UnorderedList list = new UnorderedList();
        list.addClassName("bw-group-rows");
        rows.forEach(row -> list.add(item(row, q, scope, groups.by(), times)));
        Anchor every = Markup.link(ViolationsNavigation.filtered(q) + parameter(scope), "Show them in the list");
        add(Markup.box("bw-detail-content", list, every), decisions);
    }

    private static ListItem item(ViolationRow row, String q, Scope scope, By by, TimeWords times) {
        Anchor link = Markup.link(
                ViolationsNavigation.opened(q, row.id()) + parameter(scope),
                by == By.POLICY ? row.workload().name() : row.policy());
        var age = Markup.text("bw-meta", times.age(row.openedAt()));
        age.setTitle(times.exact(row.openedAt()));
        return new ListItem(
                SeverityMark.of(row.severity()),
                link,
                Markup.text(
                        "bw-second",
                        by == By.POLICY
                                ? row.workload().namespace() + " in "
                                        + row.workload().cluster()
                                : ""),
                age);
    }

    private static String parameter(Scope scope) {
        String value = scope.toParameter();
        return value.isEmpty() ? "" : "&" + Scope.PARAMETER + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
