package dev.breakwater.central.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.overview.Search.Findings;
import dev.breakwater.central.overview.Search.Hit;
import dev.breakwater.central.overview.Search.Kind;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The search over all kinds of things. */
@CentralApplication
class SearchIT {

    @Autowired
    Search search;

    @Autowired
    SmallFleet fleet;

    @Autowired
    Workloads workloads;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    @Test
    void findsAFewOfEachKind() {
        Findings found = search.find("E", AccessScope.EVERYTHING);

        assertThat(found.gaveUp()).isEmpty();
        assertThat(found.hits()).extracting(Hit::kind).contains(Kind.WORKLOAD, Kind.IMAGE, Kind.CLUSTER);
        for (Kind kind : Kind.values()) {
            assertThat(found.hits()).filteredOn(hit -> hit.kind() == kind).hasSizeLessThanOrEqualTo(Search.MOST);
        }
    }

    @Test
    void findsOnlyWhatTheReaderMaySee() {
        AccessScope scope = fleet.oneNamespace();
        List<Hit> hits = search.find("e", scope).hits();

        assertThat(hits)
                .filteredOn(hit -> hit.kind() == Kind.WORKLOAD)
                .isNotEmpty()
                .allSatisfy(hit -> workloads.get(hit.id(), scope));
        assertThat(search.find("e", new AccessScope(false, Set.of(), Set.of())).hits())
                .allMatch(hit -> hit.kind() == Kind.POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "*", "\"", "a:b", ">5", "!x", "%", "' or 1=1 --", "\\"})
    void takesAnyTextAsText(String text) {
        assertThat(search.find(text, AccessScope.EVERYTHING).hits()).hasSizeLessThan(30);
    }
}
