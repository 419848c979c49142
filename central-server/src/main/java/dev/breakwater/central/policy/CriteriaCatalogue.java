package dev.breakwater.central.policy;

import dev.breakwater.central.policy.CriterionView.Facts;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import dev.breakwater.engine.policy.linked.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every criterion that a policy can ask, and whether its facts arrive here. */
public final class CriteriaCatalogue {

    /** What only looking inside an image tells. */
    private static final Set<Level> INSIDE_IMAGES =
            EnumSet.of(Level.PACKAGE, Level.VULNERABILITY, Level.INSTRUCTION, Level.IMAGE_SECRET, Level.IMAGE_FILE);

    private static final Set<String> NOT_TOLD = Set.of("Image Signature Verified By", "Image Pull Policy");

    private static final Set<String> TOLD_BY_SCANS = Set.of(
            "Image Age",
            "Image OS",
            "Image Scan Age",
            "Image Tool",
            "Image User",
            "Disallowed Image Label",
            "Operating System End Of Life",
            "Required Image Label");

    private static final List<CriterionView> ALL =
            Criteria.all().stream().map(criterion -> view(criterion.card())).toList();

    private CriteriaCatalogue() {}

    /** All of them, by name. */
    public static List<CriterionView> all() {
        return ALL;
    }

    private static CriterionView view(CriterionCard card) {
        return new CriterionView(
                card.name(),
                card.summary(),
                card.level(),
                card.level().words(),
                card.level().root(),
                card.grammar().form(),
                card.grammar().allowed(),
                card.grammar().choices(),
                card.grammar().example(),
                card.operators().stream().sorted().toList(),
                card.negatable(),
                card.inverted(),
                card.stages().stream().sorted().toList(),
                facts(card));
    }

    private static Facts facts(CriterionCard card) {
        Level level = card.level();
        if (level.root() == Level.OBJECT || level.isOfRuntime() || NOT_TOLD.contains(card.name())) {
            return Facts.DO_NOT_ARRIVE;
        }
        return INSIDE_IMAGES.contains(level) || TOLD_BY_SCANS.contains(card.name()) ? Facts.WHEN_TOLD : Facts.ARRIVE;
    }
}
