package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.policies.PolicySentence;
import dev.breakwater.ui.policies.PolicySentence.Piece;
import java.time.Clock;

/** The policy in one sentence, which follows each key. */
final class SentenceBox extends Div {

    private final Clock clock;
    private final Div sentence = Markup.box("bw-ed-sentence");

    SentenceBox(Clock clock) {
        this.clock = clock;
        addClassName("bw-ed-sentence-box");
        sentence.getElement().setAttribute("aria-live", "polite");
        add(Markup.text("bw-meta", "In one sentence"), sentence);
    }

    void show(Policy policy) {
        sentence.removeAll();
        for (Piece piece : PolicySentence.of(policy, clock.instant())) {
            sentence.add(
                    switch (piece.kind()) {
                        case WORDS -> Markup.text("bw-ed-words", piece.text());
                        case SEVERITY ->
                            Markup.text("bw-ed-severity bw-sev-" + SeverityMark.css(policy.severity()), piece.text());
                        case CRITERION -> Markup.text("bw-ed-criterion", piece.text());
                    });
        }
    }
}
