package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.policy.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInPoliciesTest {

    @Test
    void allCompileAndNoTwoShareAnIdOrAName() {
        List<Policy> all = BuiltInPolicies.all();
        CompiledPolicies.compile(all);
        assertThat(all).extracting(Policy::id).doesNotHaveDuplicates();
        assertThat(all).extracting(Policy::name).doesNotHaveDuplicates();
    }

    @Test
    void haveNothingToSayOfASoundWorkload() {
        List<Verdict> verdicts = CompiledPolicies.compile(BuiltInPolicies.all())
                .judge(WorkloadFixture.sound().build(), ContainerFixture.NOW);
        assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.CLEAN));
    }

    @Test
    void survivesWritingAndReading() {
        assertThat(PolicyDocument.read(PolicyDocument.toYaml(BuiltInPolicies.all())))
                .isEqualTo(BuiltInPolicies.all());
        assertThat(PolicyDocument.read(PolicyDocument.toJson(BuiltInPolicies.all())))
                .isEqualTo(BuiltInPolicies.all());
    }
}
