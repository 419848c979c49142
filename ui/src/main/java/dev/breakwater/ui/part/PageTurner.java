package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Turns the pages of a short list that stands on a page with other things: <em>Previous</em> and <em>Next</em>, where there are any. */
public final class PageTurner extends Div {

    private final Button before = new Button("Previous", event -> back());
    private final Button after = new Button("Next", event -> on());
    private final transient Runnable show;
    private final transient Deque<String> tokens = new ArrayDeque<>();
    private @Nullable String next;

    /**
     * On the first page.
     *
     * @param show reads the page of {@link #token} and tells of it by {@link #shown}
     */
    public PageTurner(Runnable show) {
        this.show = show;
        addClassName("bw-empty-actions");
        add(before, after);
    }

    /** Of the page to show, {@code null} = the first. */
    public @Nullable String token() {
        return tokens.peek();
    }

    /**
     * What was shown.
     *
     * @param following the token of the page after it, {@code null} = there is none
     */
    public void shown(@Nullable String following) {
        next = following;
        before.setVisible(!tokens.isEmpty());
        after.setVisible(following != null);
    }

    /** Shows the first page. */
    public void first() {
        tokens.clear();
        show.run();
    }

    private void on() {
        if (next != null) {
            tokens.push(next);
        }
        show.run();
    }

    private void back() {
        tokens.poll();
        show.run();
    }
}
