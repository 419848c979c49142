package dev.breakwater.ui.part;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.breakwater.central.overview.ExportFormat;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.platform.AccessScope;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Takes the list home: its rows with the filter and the order that are shown, by the same service as REST. */
public final class ExportMenu extends Div {

    private final Exports exports;
    private final String list;
    private final Supplier<AccessScope> reader;
    private volatile Wanted wanted = new Wanted("", "");

    private record Wanted(String q, String sort) {}

    /**
     * @param list name of its REST collection
     * @param reader what the present reader may see, asked on the thread of the download
     */
    public ExportMenu(Exports exports, String list, Supplier<AccessScope> reader) {
        this.exports = exports;
        this.list = list;
        this.reader = reader;
        addClassName("bw-export");
        MenuBar bar = new MenuBar();
        bar.addClassName("bw-button-menu");
        Span label = Markup.text("bw-button-label", "");
        label.add(Markup.icon("download"), Markup.text("bw-button-word", "Export"));
        MenuItem menu = bar.addItem(label);
        menu.setAriaLabel("Export the rows that match");
        menu.getElement().setAttribute("data-shortcut", "e");
        choice(menu, "CSV, for spreadsheets", ExportFormat.CSV);
        choice(menu, "JSON, one object a line", ExportFormat.NDJSON);
        add(bar);
    }

    /** What is shown now. */
    public void show(String q, String sort) {
        wanted = new Wanted(q, sort);
    }

    private void choice(MenuItem menu, String words, ExportFormat format) {
        Anchor download = new Anchor(handler(format), words);
        download.addClassName("bw-hidden");
        download.getElement().setAttribute("tabindex", "-1");
        download.getElement().setAttribute("aria-hidden", "true");
        add(download);
        menu.getSubMenu().addItem(words, event -> download.getElement().callJsFunction("click"));
    }

    private DownloadHandler handler(ExportFormat format) {
        return event -> {
            Wanted now = wanted;
            exports.write(list, format, now.q(), now.sort(), reader.get(), (mediaType, fileName) -> {
                event.setContentType(mediaType + ";charset=UTF-8");
                event.setFileName(fileName);
                return new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
            });
        };
    }
}
