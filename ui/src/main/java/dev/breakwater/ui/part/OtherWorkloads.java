package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.ui.part.Scope.Workloads;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how many rows the scope leaves out because they are of the platform, or of users, and leads to them. */
final class OtherWorkloads {

    private OtherWorkloads() {}

    /** The line; empty if nothing is left out so. */
    static <T> Optional<Component> line(ListSource<T> source, ListPage page, ListState state) {
        Set<String> terms = source.terms().stream().map(FilterTerm::name).collect(Collectors.toSet());
        if (state.scope().workloads() == Workloads.ALL || !terms.contains("platform")) {
            return Optional.empty();
        }
        boolean platform = state.scope().workloads() == Workloads.USER;
        Scope there = state.scope().withWorkloads(platform ? Workloads.PLATFORM : Workloads.USER);
        int count = source.count((there.toFilter(terms) + " " + state.q()).strip());
        if (count == 0) {
            return Optional.empty();
        }
        String whose = (platform ? "platform" : "user") + " workloads";
        String words = source.noun().many().equals("workloads") ? " more " + whose : " more in " + whose;
        ListState other = state.withScope(there).withSelected(null);
        Location target = new Location(page.path(), other.toQuery(page.defaultFilter()));
        return Optional.of(Markup.box(
                "bw-others", Markup.link(target.getPathWithQueryParameters(), Counted.capped(count) + words)));
    }
}
