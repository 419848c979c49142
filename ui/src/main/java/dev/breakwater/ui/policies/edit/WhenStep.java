package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.ui.part.Markup;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** When it is judged. */
final class WhenStep extends Div {

    private final Desk desk;

    WhenStep(Desk desk) {
        this.desk = desk;
        addClassName("bw-ed-form");
        add(
                stage(
                        Stage.DEPLOY,
                        "Deploy",
                        "Judges what is deployed: every workload of the fleet, again with each change of it, and manifests"
                                + " in a pipeline."),
                stage(
                        Stage.BUILD,
                        "Build",
                        "Judges an image by itself, before anything is deployed from it. Only criteria that an image alone"
                                + " answers."),
                stage(
                        Stage.RUNTIME,
                        "Run",
                        "Judges what happens: processes, files, connections, requests to the API. Where nothing reports"
                                + " these yet, it is unknown, which is not counted as passed."),
                desk.marks().box("/stages"));
    }

    private Div stage(Stage stage, String name, String meaning) {
        Checkbox box = new Checkbox(name);
        box.setValue(desk.policy().stages().contains(stage));
        box.setReadOnly(desk.isTextLocked());
        box.addValueChangeListener(event -> {
            Set<Stage> stages = EnumSet.noneOf(Stage.class);
            stages.addAll(desk.policy().stages());
            if (event.getValue()) {
                stages.add(stage);
            } else {
                stages.remove(stage);
            }
            desk.change("/stages", edit -> edit.stages(stages));
        });
        desk.marks().follow("/stages", box);
        Div card = Markup.box("bw-ed-choice", box, Markup.paragraph(meaning));
        List<String> unfit = unfit(desk.policy(), stage);
        if (!unfit.isEmpty()) {
            card.add(Markup.text("bw-meta", "Not with the criteria " + String.join(", ", unfit) + "."));
        }
        return card;
    }

    /** The criteria that cannot be judged at a stage. */
    private static List<String> unfit(Policy policy, Stage stage) {
        return policy.sections().stream()
                .flatMap(section -> section.groups().stream())
                .flatMap(group -> Criteria.byName(group.criterion()).stream())
                .map(criterion -> criterion.card())
                .filter(card -> !card.stages().contains(stage))
                .map(card -> card.name())
                .distinct()
                .limit(5)
                .toList();
    }

    /** Such as {@code deploy, run}. */
    static String words(Set<Stage> stages) {
        List<String> words = stages.stream()
                .sorted()
                .map(stage -> switch (stage) {
                    case BUILD -> "build";
                    case DEPLOY -> "deploy";
                    case RUNTIME -> "run";
                })
                .toList();
        return words.isEmpty() ? "never" : String.join(", ", words);
    }
}
