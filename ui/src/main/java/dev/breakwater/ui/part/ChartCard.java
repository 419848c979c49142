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

/** A chart in its card: the question it answers, the same data as a table, and as CSV. */
public final class ChartCard extends Div {

    private final Chart chart;
    private final ChartTable table;
    private final Button asTable = new Button(Markup.icon("table"));

    /**
     * @param question the title
     * @param note half a sentence beside it
     * @param file the name of the CSV, without its ending
     * @param cssClasses of the card, parted by spaces
     */
    public ChartCard(String question, String note, String file, ChartSpec spec, String cssClasses) {
        addClassNames("bw-card", "bw-chart-card");
        if (!cssClasses.isEmpty()) {
            addClassNames(cssClasses.split(" "));
        }
        chart = new Chart(spec);
        table = new ChartTable(spec);
        table.setVisible(false);
        asTable.addThemeVariants(ButtonVariant.TERTIARY);
        asTable.addClassName("bw-icon-button");
        asTable.addClickListener(event -> showTable(!table.isVisible()));
        showTable(false);
        byte[] csv = ChartTable.csv(spec).getBytes(StandardCharsets.UTF_8);
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(csv), file + ".csv", "text/csv;charset=utf-8", csv.length)),
                AttachmentType.DOWNLOAD,
                "");
        download.add(Markup.icon("download"));
        download.addClassName("bw-icon-link");
        download.getElement().setAttribute("aria-label", "Download as CSV");
        download.setTitle("Download as CSV");
        add(
                Markup.box("bw-card-top", new CardHead(question, note), Markup.box("bw-card-tools", asTable, download)),
                chart,
                table);
    }

    private void showTable(boolean shown) {
        table.setVisible(shown);
        chart.setVisible(!shown);
        String label = shown ? "Show as chart" : "Show as table";
        asTable.setAriaLabel(label);
        asTable.setTooltipText(label);
        asTable.getElement().setAttribute("aria-pressed", String.valueOf(shown));
    }
}
