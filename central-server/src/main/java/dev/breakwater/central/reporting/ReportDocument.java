package dev.breakwater.central.reporting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a report, whatever form it is written in.
 *
 * @param title what it is
 * @param headline what it finds, in one sentence
 * @param facts what it is about and what it was made from, for the cover: name → value, in this order
 * @param figures numbers with their meaning
 * @param charts of numbers, each also readable as a table
 * @param sections in their order
 * @param main the rows that a spreadsheet gets, and that end the report
 * @param evidence every object that the rows were made of, for programs and a spreadsheet of its own; {@code null} = the rows say it all
 */
public record ReportDocument(
        String title,
        String headline,
        List<Map.Entry<String, String>> facts,
        List<Figure> figures,
        List<Chart> charts,
        List<Section> sections,
        ReportTable main,
        @Nullable ReportTable evidence) {

    /** One whose rows say all that was found. */
    public ReportDocument(
            String title,
            String headline,
            List<Map.Entry<String, String>> facts,
            List<Figure> figures,
            List<Chart> charts,
            List<Section> sections,
            ReportTable main) {
        this(title, headline, facts, figures, charts, sections, main, null);
    }

    /**
     * A number.
     *
     * @param value as it is written
     */
    public record Figure(String value, String what) {}

    /**
     * Bars, each made of parts.
     *
     * @param parts the names of the parts, in their order
     * @param shares each bar is a whole, else their lengths compare
     */
    public record Chart(String title, List<String> parts, List<Bar> bars, boolean shares) {

        public Chart {
            parts = List.copyOf(parts);
            bars = List.copyOf(bars);
        }

        /** Bars whose lengths compare. */
        public Chart(String title, List<String> parts, List<Bar> bars) {
            this(title, parts, bars, false);
        }
    }

    /**
     * A bar of a chart.
     *
     * @param values one for each part
     * @param note such as a percentage, may be empty
     */
    public record Bar(String name, List<Long> values, String note) {

        public Bar {
            values = List.copyOf(values);
        }
    }

    /**
     * A part with a heading.
     *
     * @param level 1 or 2
     * @param text paragraphs
     */
    public record Section(int level, String title, List<String> text, List<ReportTable> tables) {

        public Section {
            text = List.copyOf(text);
            tables = List.copyOf(tables);
        }
    }

    public ReportDocument {
        facts = List.copyOf(facts);
        figures = List.copyOf(figures);
        charts = List.copyOf(charts);
        sections = List.copyOf(sections);
    }
}
