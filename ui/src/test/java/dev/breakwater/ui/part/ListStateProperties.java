package dev.breakwater.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.platform.FilterExpression;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the URL says is what the page shows. */
class ListStateProperties {

    private static final String DEFAULT = "state:open";

    @Property
    void theUrlGivesTheStateBack(@ForAll("states") ListState state) {
        String url = state.toQuery(DEFAULT).getQueryString();

        assertThat(ListState.from(QueryParameters.fromString(url), DEFAULT)).isEqualTo(state);
    }

    @Property
    void theScopeIsAFilterThatListsUnderstand(@ForAll("scopes") Scope scope) {
        FilterExpression filter = FilterExpression.parse(scope.toFilter(Set.of("cluster", "namespace", "platform")));

        assertThat(FilterExpression.parse(filter.toString())).isEqualTo(filter);
    }

    @Provide
    Arbitrary<ListState> states() {
        Arbitrary<String> filters = Arbitraries.of(
                "", DEFAULT, "severity:critical,high !policy:\"Latest tag\"", "namespace:pay* age:>30d", "a&b=c %20");
        Arbitrary<UUID> ids = Arbitraries.create(UUID::randomUUID).injectNull(0.5);
        Arbitrary<List<String>> columns = Arbitraries.of("name", "openedAt", "how-high")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(filters, Arbitraries.of("", "-severity,policy", "name"), columns, ids, scopes())
                .as(ListState::new);
    }

    @Provide
    Arbitrary<Scope> scopes() {
        Arbitrary<List<String>> names = Arbitraries.of("prod-eu", "pay-*", "kube-system", "a.b")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(names, names, Arbitraries.of(Scope.Workloads.class))
                .as(Scope::new);
    }
}
