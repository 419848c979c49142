package dev.breakwater.ui.risk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.risk.RiskMove;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.RiskWords;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** How the score moved: a step line, and under it the numbered causes, newest first. */
final class MovesCard extends Div {

    private static final int LISTED = 12;

    MovesCard(List<RiskMove> moves, TimeWords times) {
        addClassNames("bw-card", "bw-moves");
        add(new CardHead(
                "What moved it?",
                moves.isEmpty() ? "" : "since " + times.minute(moves.getLast().at())));
        if (moves.isEmpty()) {
            add(Markup.paragraph("No step is kept yet."));
            return;
        }
        List<RiskMove> shown = moves.stream().limit(LISTED).toList();
        if (shown.size() > 1) {
            add(new StepLine(shown, times.clock().instant()));
        }
        OrderedList list = new OrderedList();
        list.addClassName("bw-moves-list");
        for (int i = 0; i < shown.size(); i++) {
            RiskMove move = shown.get(i);
            RiskMove before = i + 1 < moves.size() ? moves.get(i + 1) : null;
            list.add(item(i + 1, move, before == null ? "first" : delta(before, move), times));
        }
        add(list);
    }

    private static ListItem item(int number, RiskMove move, String delta, TimeWords times) {
        Span day = Markup.text("bw-meta", times.minute(move.at()));
        day.setTitle(times.exact(move.at()));
        Div cause = Markup.box("bw-move-cause", Markup.text("", move.cause()));
        if (!move.added().isEmpty()) {
            cause.add(Markup.text(
                    "bw-meta",
                    "came: " + String.join(", ", move.added().stream().limit(3).toList())));
        }
        if (!move.removed().isEmpty()) {
            cause.add(Markup.text(
                    "bw-meta",
                    "went: "
                            + String.join(", ", move.removed().stream().limit(3).toList())));
        }
        Span score = Markup.text("bw-score", delta);
        score.setTitle(RiskWords.score(move.score(), move.unknownFactors()));
        return new ListItem(Markup.text("bw-disc", String.valueOf(number)), day, score, cause);
    }

    private static String delta(RiskMove before, RiskMove move) {
        String delta = RiskWords.drop(before.score(), before.unknownFactors(), move.score(), move.unknownFactors());
        return delta.isEmpty() || delta.startsWith("less") ? "0.0" : delta;
    }
}
