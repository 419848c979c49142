package dev.breakwater.engine.risk.whatif;

import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.WHAT_IF;
import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskFixtures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Through assembly, policies and risk: what goes dark is neither mended nor less risky. */
class LostFactsProperties {

    @Property(tries = 300)
    void goingDarkNeitherLowersTheScoreNorClosesAViolation(
            @ForAll("changes") List<Change> made, @ForAll Random random) {
        Answer lit = WHAT_IF.apply(question(), made);
        List<OpenViolation> open = open(made);
        Facts dark = darkened(facts(made), random);

        Question now = new Question(
                dark,
                question().suspiciousProcesses(),
                open,
                lit.after(),
                question().asOf());
        Answer unchanged = WHAT_IF.apply(now, List.of());

        assertThat(unchanged.before().score())
                .isGreaterThanOrEqualTo(lit.after().score());
        assertThat(violations(unchanged.before())).containsAll(violations(lit.after()));
    }

    @Property(tries = 100)
    void aChangeOfWhatCannotBeSeenChangesNothing(@ForAll("surroundings") Change change) {
        Facts facts =
                new Facts(question().facts().spec(), allLost(question().facts().surroundings()));

        assertThat(((FactChange) change).apply(facts, question().asOf())).isEqualTo(facts);
    }

    private static List<String> violations(RiskAssessment assessment) {
        return assessment.reasons().stream()
                .filter(r -> r.kind().equals("violation"))
                .map(r -> r.id())
                .toList();
    }

    private static Facts facts(List<Change> made) {
        Facts facts = question().facts();
        for (Change change : made) {
            facts = ((FactChange) change).apply(facts, question().asOf());
        }
        return facts;
    }

    /** What is open after the changes, as a store would have it: with what was open before. */
    private static List<OpenViolation> open(List<Change> made) {
        List<OpenViolation> before =
                new Trial(WhatIfFixtures.JUDGEMENT, question()).before().open();
        return WhatIfFixtures.JUDGEMENT
                .of(question(), facts(made), List.of(), before, null)
                .open();
    }

    private static Facts darkened(Facts facts, Random random) {
        Surroundings s = facts.surroundings();
        List<String> images = new ArrayList<>(s.images().keySet());
        images.removeIf(i -> random.nextBoolean());
        Map<String, ImageDetails> left = new HashMap<>(s.images());
        left.keySet().retainAll(images);
        return new Facts(
                facts.spec(),
                new Surroundings(
                        s.cluster(),
                        maybe(random, s.namespace()),
                        maybe(random, s.services()),
                        maybe(random, s.endpoints()),
                        maybe(random, s.ingresses()),
                        maybe(random, s.networkPolicies()),
                        maybe(random, s.serviceAccount()),
                        maybe(random, s.bindings()),
                        maybe(random, s.roles()),
                        maybe(random, s.pods()),
                        left));
    }

    private static Surroundings allLost(Surroundings s) {
        return new Surroundings(
                s.cluster(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                RiskFixtures.lost(),
                Map.of());
    }

    private static <T> Observed<T> maybe(Random random, Observed<T> fact) {
        return random.nextBoolean() ? fact : RiskFixtures.lost();
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Arbitraries.of(WhatIfFixtures.FACT_CHANGES)
                .list()
                .uniqueElements()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Change> surroundings() {
        return Arbitraries.of(WhatIfFixtures.FACT_CHANGES.stream()
                .filter(c -> c instanceof SurroundingsChange || c instanceof ImageChange)
                .toList());
    }
}
