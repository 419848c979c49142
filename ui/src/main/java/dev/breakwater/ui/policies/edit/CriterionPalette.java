package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.Criterion;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.ui.part.Markup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All criteria with what they look at, found by typing; those that do not fit say why. */
final class CriterionPalette extends Dialog {

    private final Policy policy;
    private final int section;
    private final Consumer<CriterionCard> chosen;
    private final TextField search = new TextField();
    private final Div list = Markup.box("bw-ed-palette-list");
    private Optional<CriterionCard> first = Optional.empty();

    CriterionPalette(Policy policy, int section, Consumer<CriterionCard> chosen) {
        this.policy = policy;
        this.section = section;
        this.chosen = chosen;
        setHeaderTitle("What should it look at?");
        setWidth("680px");
        setHeight("min(720px, 86vh)");
        search.setPlaceholder("Search in names and meanings: root, capability, secret, internet…");
        search.setAriaLabel("Search criteria");
        search.setPrefixComponent(Markup.icon("search"));
        search.setClearButtonVisible(true);
        search.setWidthFull();
        search.setAutofocus(true);
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(event -> show(event.getValue()));
        search.addKeyDownListener(Key.ENTER, event -> first.ifPresent(this::take));
        Div body = Markup.box("bw-ed-palette", search, list);
        add(body);
        getFooter().add(new Button("Cancel", event -> close()));
        show("");
    }

    private void take(CriterionCard card) {
        close();
        chosen.accept(card);
    }

    private void show(String text) {
        list.removeAll();
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<Level, List<CriterionCard>> byLevel = Criteria.all().stream()
                .map(Criterion::card)
                .filter(card -> matches(card, words))
                .collect(Collectors.groupingBy(
                        CriterionCard::level, () -> new EnumMap<>(Level.class), Collectors.toList()));
        first = byLevel.values().stream()
                .flatMap(List::stream)
                .filter(card -> obstacle(card).isEmpty())
                .min(java.util.Comparator.comparingInt(card -> rank(card, words)));
        if (byLevel.isEmpty()) {
            list.add(Markup.paragraph("No criterion has these words. What none asks can be asked by an Expression."));
        }
        byLevel.forEach((level, cards) -> {
            list.add(Markup.subheading("About " + level.words()));
            cards.forEach(card -> list.add(choice(card)));
        });
    }

    /** A word in the name says more than one in the meaning. */
    private static int rank(CriterionCard card, List<String> words) {
        String name = card.name().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(name::startsWith) ? 0 : words.stream().allMatch(name::contains) ? 1 : 2;
    }

    private static boolean matches(CriterionCard card, List<String> words) {
        String all = (card.name() + " " + card.summary() + " " + card.level().words() + " "
                        + String.join(" ", card.grammar().choices()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }

    private NativeButton choice(CriterionCard card) {
        NativeButton button = new NativeButton("", event -> take(card));
        button.addClassName("bw-ed-palette-choice");
        Span words = Markup.text("bw-ed-palette-words", "");
        words.add(Markup.text("bw-name", card.name()), Markup.text("bw-second", card.summary()));
        button.add(words);
        obstacle(card)
                .ifPresentOrElse(
                        why -> {
                            button.setEnabled(false);
                            button.add(Markup.text("bw-meta", why));
                        },
                        () -> button.add(Markup.text(
                                "bw-ed-palette-example", card.grammar().example())));
        return button;
    }

    private Optional<String> obstacle(CriterionCard card) {
        if (policy.sections().get(section).groups().stream()
                .anyMatch(group -> group.criterion().equalsIgnoreCase(card.name()))) {
            return Optional.of("is in this alternative");
        }
        boolean otherRoot = policy.sections().stream()
                .flatMap(one -> one.groups().stream())
                .flatMap(group -> Criteria.byName(group.criterion()).stream())
                .anyMatch(other -> other.card().level().root() != card.level().root());
        if (otherRoot) {
            return Optional.of(
                    card.level().root() == Level.WORKLOAD
                            ? "this policy is about other objects"
                            : "this policy is about workloads");
        }
        List<String> unfit = policy.stages().stream()
                .filter(stage -> !card.stages().contains(stage))
                .map(CriterionPalette::words)
                .toList();
        return unfit.isEmpty() ? Optional.empty() : Optional.of("not at " + String.join(" and ", unfit));
    }

    private static String words(Stage stage) {
        return WhenStep.words(java.util.Set.of(stage));
    }
}
