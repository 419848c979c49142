package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.Div;

/** The title of a card, a question that the card answers, with half a sentence beside it. */
public final class CardHead extends Div {

    public CardHead(String question, String note) {
        addClassName("bw-card-head");
        add(Markup.heading(question), Markup.text("bw-meta", note));
    }
}
