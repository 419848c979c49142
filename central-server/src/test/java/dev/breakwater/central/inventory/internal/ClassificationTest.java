package dev.breakwater.central.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.breakwater.central.inventory.OwnershipRules;
import dev.breakwater.central.inventory.OwnershipRules.Rule;
import dev.breakwater.central.inventory.OwnershipRules.Source;
import dev.breakwater.central.inventory.internal.Classification.NamespaceFacts;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {

    private final Classification usual =
            new Classification(OwnershipRules.DEFAULT, InventorySettings.DEFAULT_PLATFORM_NAMESPACES);

    @ParameterizedTest
    @CsvSource({
        "kube-system, true",
        "openshift-monitoring, true",
        "istio-system, true",
        "cert-manager, true",
        "shop, false",
        "my-kube-system, false",
        "kubernetes, false"
    })
    void tellsPlatformNamespacesByRule(String namespace, boolean platform) {
        assertThat(usual.isPlatform(namespace)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "a*c, abc, true",
        "a*c, ac, true",
        "a*c, abcd, false",
        "*-prod-*, shop-prod-eu, true",
        "*-prod-*, shop-test-eu, false",
        "exact, exact, true",
        "exact, exactly, false"
    })
    void starStandsForAnyRun(String pattern, String text, boolean matches) {
        assertThat(Classification.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void labelOfTheWorkloadComesBeforeItsNamespace() {
        NamespaceFacts namespace = new NamespaceFacts(Map.of("team", "platform"), Map.of());

        assertThat(usual.teamOf(meta(Map.of("team", "shop"), Map.of()), namespace))
                .isEqualTo("shop");
        assertThat(usual.teamOf(meta(Map.of(), Map.of("owner", Text.plain(" ada "))), namespace))
                .isEqualTo("ada");
        assertThat(usual.teamOf(meta(Map.of(), Map.of()), namespace)).isEqualTo("platform");
        assertThat(usual.teamOf(meta(Map.of(), Map.of()), NamespaceFacts.NONE)).isEmpty();
    }

    @Test
    void redactedAnnotationNamesNobody() {
        ObjectMeta meta = meta(Map.of(), Map.of("owner", Text.redacted("high-entropy", 40, "ab")));

        assertThat(usual.teamOf(meta, NamespaceFacts.NONE)).isEmpty();
    }

    @Test
    void namespacePatternGivesItsTeam() {
        Classification rules = new Classification(
                new OwnershipRules(List.of(new Rule(Source.NAMESPACE_NAME, "pay*", "payments"))), List.of());

        assertThat(rules.teamOf(meta(Map.of(), Map.of()), NamespaceFacts.NONE)).isEqualTo("payments");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rule(Source.NAMESPACE_NAME, "pay*", ""));
    }

    private static ObjectMeta meta(Map<String, String> labels, Map<String, Text> annotations) {
        return new ObjectMeta("payroll", "web", "", labels, annotations, null);
    }
}
