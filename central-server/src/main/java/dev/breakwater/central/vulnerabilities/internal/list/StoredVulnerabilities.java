package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.vulnerabilities.ComponentRow;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.central.vulnerabilities.ImageFindingRow;
import dev.breakwater.central.vulnerabilities.Known;
import dev.breakwater.central.vulnerabilities.OwnerRow;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.central.vulnerabilities.VulnerableWorkloadRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredVulnerabilities implements Vulnerabilities {

    /** Fields that leave few of all findings. */
    private static final Set<String> NARROWING =
            Set.of("cve", "workload", "image", "namespace", "component", "digest", "owner");

    private final Lists lists;
    private final Map<String, ListDefinition<?>> definitions;
    private final KnownInPlace known;
    private final JdbcTemplate jdbc;

    StoredVulnerabilities(Lists lists, List<ListDefinition<?>> definitions, KnownInPlace known, JdbcTemplate jdbc) {
        this.known = known;
        this.lists = lists;
        this.definitions = definitions.stream().collect(Collectors.toMap(ListDefinition::name, Function.identity()));
        this.jdbc = jdbc;
    }

    @SuppressWarnings("unchecked")
    private <T> ListDefinition<T> definition(View view) {
        return (ListDefinition<T>) Objects.requireNonNull(definitions.get(view.list()));
    }

    @Override
    public Page<VulnerabilityRow> list(ListRequest request, AccessScope scope) {
        return lists.page(this.<VulnerabilityRow>definition(View.VULNERABILITIES), request, scope);
    }

    @Override
    public Page<VulnerableImageRow> images(ListRequest request, AccessScope scope) {
        return lists.page(this.<VulnerableImageRow>definition(View.IMAGES), request, scope);
    }

    @Override
    public Page<VulnerableWorkloadRow> workloads(ListRequest request, AccessScope scope) {
        return lists.page(this.<VulnerableWorkloadRow>definition(View.WORKLOADS), request, scope);
    }

    @Override
    public Page<ComponentRow> components(ListRequest request, AccessScope scope) {
        return lists.page(this.<ComponentRow>definition(View.COMPONENTS), request, scope);
    }

    @Override
    public Page<OwnerRow> owners(ListRequest request, AccessScope scope) {
        return lists.page(this.<OwnerRow>definition(View.OWNERS), request, scope);
    }

    @Override
    public Page<FindingRow> findings(ListRequest request, AccessScope scope) {
        requireNarrow(request.q());
        return lists.page(this.<FindingRow>definition(View.FINDINGS), request, scope);
    }

    @Override
    public Page<FindingRow> affected(String vulnerability, ListRequest request, AccessScope scope) {
        if (named(vulnerability).isEmpty()) {
            throw new NotFound("vulnerability", vulnerability);
        }
        return lists.page(this.<FindingRow>definition(View.FINDINGS), with(request, "cve", vulnerability), scope);
    }

    @Override
    public Page<ImageFindingRow> ofImage(String digest, ListRequest request, AccessScope scope) {
        return lists.page(this.<ImageFindingRow>definition(View.PACKAGES), with(request, "digest", digest), scope);
    }

    private static ListRequest with(ListRequest request, String field, String value) {
        String q = FilterExpression.parse(request.q()).and(field, value).toString();
        return new ListRequest(q, request.sort(), request.pageSize(), request.pageToken());
    }

    @Override
    public Known known(PlaceFilter place, AccessScope scope) {
        return known.of(place, scope);
    }

    @Override
    public Optional<String> named(String id) {
        return jdbc
                .queryForList(
                        "select alias from vulnerability_aliases where lower(alias) = lower(?) order by alias limit 1",
                        String.class,
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public int count(View view, String q, AccessScope scope) {
        narrow(view, q);
        return lists.count(definition(view), q, scope);
    }

    @Override
    public void stream(View view, String q, String sort, AccessScope scope, Consumer<Object> sink) {
        narrow(view, q);
        lists.stream(this.<Object>definition(view), q, sort, scope, sink);
    }

    private static void narrow(View view, String q) {
        if (view == View.FINDINGS || view == View.PACKAGES) {
            requireNarrow(q);
        }
    }

    @Override
    public boolean isNarrow(View view, String q) {
        return (view != View.FINDINGS && view != View.PACKAGES) || isNarrow(q);
    }

    private static boolean isNarrow(String q) {
        return FilterExpression.parse(q).terms().stream()
                .anyMatch(term -> !term.negated() && NARROWING.contains(term.field()));
    }

    private static void requireNarrow(String q) {
        if (!isNarrow(q)) {
            throw new InvalidRequest(
                    "q",
                    q,
                    "a filter with one of "
                            + String.join(", ", NARROWING.stream().sorted().toList()));
        }
    }
}
