package dev.breakwater.central.reporting.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an entry of the audit log says on paper. */
class AuditChangeTest {

    @Test
    void namesTheFieldsThatDifferWithBothValues() {
        assertThat(
                        AuditChange.of(
                                "{\"version\":1,\"severity\":\"HIGH\",\"scope\":{\"clusters\":[],\"q\":\"a\"},\"enabled\":true}",
                                "{\"version\":2,\"severity\":\"LOW\",\"scope\":{\"clusters\":[\"east\"],\"q\":\"a\"},\"enabled\":true,\"to\":\"x\"}"))
                .isEqualTo("scope.clusters: [] → [\"east\"]; severity: HIGH → LOW; to: nothing → x");
    }

    @Test
    void saysNothingOfWhatWasMadeOrRemovedOrCannotBeRead() {
        assertThat(AuditChange.of(null, "{\"a\":1}")).isEmpty();
        assertThat(AuditChange.of("{\"a\":1}", null)).isEmpty();
        assertThat(AuditChange.of("not json", "{\"a\":1}")).isEmpty();
    }

    @Test
    void endsAfterAFewFieldsAndShortensLongValues() {
        StringBuilder before = new StringBuilder("{\"f0\":\"" + "x".repeat(200) + "\"");
        StringBuilder after = new StringBuilder("{\"f0\":1");
        for (int i = 1; i < 9; i++) {
            before.append(",\"f").append(i).append("\":1");
            after.append(",\"f").append(i).append("\":2");
        }
        assertThat(AuditChange.of(before + "}", after + "}"))
                .contains("x…", "; and 3 more")
                .hasSizeLessThan(300);
    }
}
