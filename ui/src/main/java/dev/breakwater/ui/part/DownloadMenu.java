package dev.breakwater.ui.part;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.List;

/** Takes something home in one of several formats. */
public final class DownloadMenu extends Div {

    /** Writes a file; it sets name and type first. */
    @FunctionalInterface
    public interface Writer {
        void write(DownloadEvent to) throws IOException;
    }

    /** A format, with what it is called in the menu. */
    public record Choice(String words, Writer writer) {}

    /**
     * @param label of the button
     * @param meaning what is taken, for those who do not see the page around it
     */
    public DownloadMenu(String label, String meaning, List<Choice> choices) {
        addClassName("bw-export");
        MenuBar bar = new MenuBar();
        bar.addClassName("bw-button-menu");
        Span words = Markup.text("bw-button-label", "");
        words.add(Markup.icon("download"), Markup.text("bw-button-word", label));
        MenuItem menu = bar.addItem(words);
        menu.setAriaLabel(meaning);
        add(bar);
        choices.forEach(choice -> {
            Anchor download = new Anchor(event -> choice.writer().write(event), choice.words());
            download.addClassName("bw-hidden");
            download.getElement().setAttribute("tabindex", "-1");
            download.getElement().setAttribute("aria-hidden", "true");
            add(download);
            menu.getSubMenu()
                    .addItem(choice.words(), event -> download.getElement().callJsFunction("click"));
        });
    }
}
