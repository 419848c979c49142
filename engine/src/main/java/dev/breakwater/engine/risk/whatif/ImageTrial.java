package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.risk.RiskAssessment;
import java.util.List;
import java.util.Map;

/** A workload of which it is asked what other contents of its images would bring. Not for several threads. */
public final class ImageTrial {

    private final Judgement judgement;
    private final Question question;
    private final Judgement.Result before;

    ImageTrial(Judgement judgement, Question question) {
        this.judgement = judgement;
        this.question = question;
        this.before = judgement.of(question, question.facts(), List.of(), question.open(), question.previous());
    }

    /** What is known of its images, by their names. */
    public Map<String, ImageDetails> images() {
        return question.facts().surroundings().images();
    }

    /** The assessment of the facts as they are. */
    public RiskAssessment before() {
        return before.assessment();
    }

    /** The assessment with these in place of its images, with {@link #before} as its previous one. */
    public RiskAssessment with(Map<String, ImageDetails> images) {
        Facts facts = question.facts().withSurroundings(s -> {
            s.images = Map.copyOf(images);
            return s;
        });
        return judgement
                .of(question, facts, List.of(), before.open(), before.assessment())
                .assessment();
    }
}
