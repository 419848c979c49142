package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A chart in its card: the question it answers, the same data as a table, and as CSV. */
public final class ChartCard extends Div {

    private final Chart chart;
    private final Drawing spec;
    private @Nullable ChartTable table;
    private final Button asTable = new Button(Markup.icon("table"));

    /**
     * @param question the title
     * @param note half a sentence beside it
     * @param file the name of the CSV, without its ending
     * @param cssClasses of the card, parted by spaces
     */
    public ChartCard(String question, String note, String file, Drawing spec, String cssClasses) {
        addClassNames("bw-card", "bw-chart-card");
        if (!cssClasses.isEmpty()) {
            addClassNames(cssClasses.split(" "));
        }
        chart = new Chart(spec);
        this.spec = spec;
        asTable.addThemeVariants(ButtonVariant.TERTIARY);
        asTable.addClassName("bw-icon-button");
        asTable.addClickListener(event -> showTable(table == null));
        showTable(false);
        Anchor download =
                new Anchor(DownloadHandler.fromInputStream(event -> csv(spec, file)), AttachmentType.DOWNLOAD, "");
        download.add(Markup.icon("download"));
        download.addClassName("bw-icon-link");
        download.getElement().setAttribute("aria-label", "Download as CSV");
        download.setTitle("Download as CSV");
        add(
                Markup.box("bw-card-top", new CardHead(question, note), Markup.box("bw-card-tools", asTable, download)),
                chart);
    }

    private static DownloadResponse csv(Drawing spec, String file) {
        byte[] csv = ChartTable.csv(spec).getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(new ByteArrayInputStream(csv), file + ".csv", "text/csv;charset=utf-8", csv.length);
    }

    /** The table is made when it is looked at: of a trend it has hundreds of cells, which every open page would keep. */
    private void showTable(boolean shown) {
        if (table != null) {
            remove(table);
            table = null;
        }
        if (shown) {
            table = new ChartTable(spec);
            add(table);
        }
        chart.setVisible(!shown);
        String label = shown ? "Show as chart" : "Show as table";
        asTable.setAriaLabel(label);
        asTable.setTooltipText(label);
        asTable.getElement().setAttribute("aria-pressed", String.valueOf(shown));
    }
}
