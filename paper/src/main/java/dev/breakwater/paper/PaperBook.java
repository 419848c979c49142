package dev.breakwater.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A long PDF, drawn part by part so that only one part is in memory, then bound: one file, tagged for readers that speak, with
 * page numbers over all parts. It fetches nothing. Parts lie in a folder of the caller's until the book is closed.
 */
public final class PaperBook implements AutoCloseable {

    private static final String REGULAR = "liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "liberation/LiberationSans-Bold.ttf";
    private static final String FAMILY = "Liberation Sans";
    private static final int REGULAR_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;
    private static final float FOOT_SIZE = 8;
    private static final float MARGIN = 40;
    private static final float FOOT = 22;
    private static final float GREY = 0.36f;
    private static final int LONGEST_FOOT = 110;

    private final Path folder;
    private final String producer;
    private final String foot;
    private final List<Path> parts = new ArrayList<>();

    /**
     * Begins a book.
     *
     * @param producer the program, as the file says
     * @param foot stands beside the page number
     */
    public PaperBook(String producer, String foot) throws IOException {
        this.folder = Files.createTempDirectory("breakwater-pages");
        this.producer = producer;
        this.foot = foot.length() > LONGEST_FOOT ? foot.substring(0, LONGEST_FOOT - 1) + "…" : foot;
    }

    /** Draws the next part: a whole XHTML document with a title, a language and a description. */
    public void add(String document) throws IOException {
        Paper.quieten();
        Path part = folder.resolve("part-" + parts.size() + ".pdf");
        try (PDDocument drawn = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(drawn);
            builder.useUriResolver((base, uri) -> null);
            builder.useFont(new PDFontSupplier(plain(drawn, REGULAR)), FAMILY, REGULAR_WEIGHT, FontStyle.NORMAL, true);
            builder.useFont(new PDFontSupplier(plain(drawn, BOLD)), FAMILY, BOLD_WEIGHT, FontStyle.NORMAL, true);
            builder.usePdfUaAccessibility(true);
            builder.withProducer(producer);
            builder.withHtmlContent(document, null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                // Objects in compressed streams are slow to find one by one, as binding does; the book is compressed in
                // the end.
                drawn.save(part.toFile(), CompressParameters.NO_COMPRESSION);
            }
        }
        parts.add(part);
    }

    /** How many parts there are. */
    public int parts() {
        return parts.size();
    }

    /** Binds the parts, numbers the pages and writes the file. The stream stays open. */
    public void write(OutputStream out) throws IOException {
        if (parts.isEmpty()) {
            throw new IllegalStateException("a book without a part");
        }
        try (PDDocument book = Loader.loadPDF(parts.getFirst().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDFMergerUtility binder = new PDFMergerUtility();
            for (Path part : parts.subList(1, parts.size())) {
                // What is appended is copied whole, so that no more than the book and one part are in memory.
                try (PDDocument next = Loader.loadPDF(part.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                    binder.appendDocument(book, next);
                }
            }
            number(book);
            book.save(out);
        }
    }

    /** Page numbers are drawn as artifacts: who has the pages read aloud does not hear them on each page. */
    private void number(PDDocument book) throws IOException {
        PDFont font;
        try (InputStream in = font(REGULAR)) {
            font = PDType0Font.load(book, in, true);
        }
        int count = book.getNumberOfPages();
        int number = 1;
        for (PDPage page : book.getPages()) {
            String pages = "Page " + number++ + " of " + count;
            try (PDPageContentStream content = new PDPageContentStream(book, page, AppendMode.APPEND, true, true)) {
                content.beginMarkedContent(
                        COSName.ARTIFACT, PDPropertyList.create(new org.apache.pdfbox.cos.COSDictionary()));
                content.setNonStrokingColor(GREY);
                write(content, font, MARGIN, shown(font, foot));
                float width = font.getStringWidth(pages) / 1000 * FOOT_SIZE;
                write(content, font, page.getMediaBox().getWidth() - MARGIN - width, pages);
                content.endMarkedContent();
            }
        }
    }

    private static void write(PDPageContentStream content, PDFont font, float x, String words) throws IOException {
        content.beginText();
        content.setFont(font, FOOT_SIZE);
        content.newLineAtOffset(x, FOOT);
        content.showText(words);
        content.endText();
    }

    /** Letters that the font has not are left out; they would stop the drawing. */
    private static String shown(PDFont font, String words) {
        StringBuilder shown = new StringBuilder();
        words.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            try {
                font.encode(letter);
                shown.append(letter);
            } catch (IOException | IllegalArgumentException e) {
                shown.append('?');
            }
        });
        return shown.toString();
    }

    /** A font without ligatures: looking for them takes more time than all else, and they are in the way of who searches. */
    private static PDFont plain(PDDocument document, String name) throws IOException {
        try (InputStream in = font(name)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
        }
    }

    private static InputStream font(String name) {
        InputStream in = PaperBook.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the font " + name + " is missing");
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        for (Path part : parts) {
            Files.deleteIfExists(part);
        }
        File[] left = folder.toFile().listFiles();
        if (left == null || left.length == 0) {
            Files.deleteIfExists(folder);
        }
    }
}
