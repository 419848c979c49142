package dev.breakwater.ui.person;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.security.OpenSessions;
import java.time.Clock;
import java.util.List;

/** One's own open sessions, each of which can be ended. */
final class SessionTable extends Div {

    private final OpenSessions sessions;
    private final String name;
    private final Clock clock;

    SessionTable(OpenSessions sessions, String name, Clock clock) {
        this.sessions = sessions;
        this.name = name;
        this.clock = clock;
        show();
    }

    /** Reads them anew. */
    void show() {
        removeAll();
        TimeWords times = TimeWords.here(clock);
        List<OpenSessions.Open> open = sessions.of(name);
        NativeTable table = new NativeTable();
        table.addClassNames("bw-table", "bw-table-stacks");
        table.setCaptionText("Open sessions");
        List<String> headers = List.of("Browser", "Address", "Signed in", "Last active", "");
        NativeTableRow head = table.getHead().addRow();
        headers.forEach(header -> head.addHeaderCell().setText(header));
        for (OpenSessions.Open session : open) {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(Browsers.words(session.userAgent()) + (session.present() ? " (this one)" : ""));
            row.addDataCell().add(Markup.text("bw-second", session.address()));
            row.addDataCell().add(Markup.text("bw-second", times.minute(session.since())));
            row.addDataCell().add(Markup.text("bw-second", times.ago(session.lastSeen())));
            Button end = new Button("End", event -> {
                sessions.end(name, session.handle());
                show();
            });
            end.setAriaLabel(
                    "End the session of " + Browsers.words(session.userAgent()) + " from " + session.address());
            end.setVisible(!session.present());
            row.addDataCell().add(end);
            for (int i = 0; i < headers.size(); i++) {
                row.getElement().getChild(i).setAttribute("data-label", headers.get(i));
            }
        }
        add(table);
        if (open.size() > 1) {
            add(Markup.box("bw-empty-actions", new Button("End all others", event -> {
                sessions.endOthers(name);
                show();
            })));
        }
    }
}
