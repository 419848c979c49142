package dev.breakwater.engine.risk.whatif;

import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.COMPILED;
import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.WHAT_IF;
import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.RiskModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WhatIfProperties {

    @Property(tries = 200)
    void answersWhatApplyingTheChangesGives(@ForAll("changes") List<Change> changes) {
        Question question = question();
        Facts facts = question.facts();
        for (Change change : changes) {
            facts = ((FactChange) change).apply(facts, question.asOf());
        }

        assertThat(WHAT_IF.apply(question, changes).after()).isEqualTo(fromScratch(facts, question));
    }

    @Property(tries = 200)
    void changesThatWereMadeAreNotSuggestedAgain(@ForAll("changes") List<Change> changes) {
        Question question = question();
        Facts facts = question.facts();
        for (Change change : changes) {
            facts = ((FactChange) change).apply(facts, question.asOf());
        }

        assertThat(Candidates.of(facts, question.asOf())).noneMatch(changes::contains);
    }

    @Property
    void idsAreReadAgain(@ForAll("anyChange") Change change) {
        assertThat(ChangeIds.parse(change.id())).isEqualTo(change);
    }

    /** As central does it with changed objects: assemble, judge, keep open what cannot be judged any more, score. */
    private static RiskAssessment fromScratch(Facts facts, Question question) {
        List<OpenViolation> before = judged(question.facts(), question, List.of());
        List<OpenViolation> open = judged(facts, question, before);
        return RiskModel.PRESENT.assess(
                new RiskInput(assembled(facts), open, RiskInput.PROCESSES_NOT_WATCHED, null, question.asOf()));
    }

    private static Workload assembled(Facts facts) {
        return WhatIfFixtures.ASSEMBLER.assemble(facts.spec(), facts.surroundings());
    }

    private static List<OpenViolation> judged(Facts facts, Question question, List<OpenViolation> before) {
        Map<UUID, OpenViolation> open = new LinkedHashMap<>();
        before.forEach(v -> open.put(v.policyId(), v));
        for (Verdict verdict : COMPILED.judge(assembled(facts), question.asOf())) {
            Policy policy = WhatIfFixtures.POLICIES.get(verdict.policyId());
            if (verdict.outcome() == Verdict.Outcome.VIOLATED) {
                open.put(policy.id(), violation(policy, verdict));
            } else if (verdict.outcome() != Verdict.Outcome.UNKNOWN) {
                open.remove(policy.id());
            }
        }
        return List.copyOf(open.values());
    }

    private static OpenViolation violation(Policy policy, Verdict verdict) {
        return new OpenViolation(policy.id(), policy.name(), policy.severity(), verdict.evidence());
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Arbitraries.of(WhatIfFixtures.FACT_CHANGES)
                .list()
                .uniqueElements()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Change> anyChange() {
        Arbitrary<Change> named = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c)))
                .map(name -> new PodChange.SetLabel(name, "a/b c%"));
        return Arbitraries.oneOf(Arbitraries.of(WhatIfFixtures.FACT_CHANGES), named);
    }
}
