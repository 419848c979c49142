package dev.breakwater.ui.images;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageBills;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.scanner.sbom.BillFormat;
import dev.breakwater.ui.part.DownloadMenu;
import java.util.List;

/** The bill of materials of an image to take home, where somebody has looked inside. */
final class BillMenu extends Div {

    BillMenu(ImageDesk desk, String image, ImageReport report) {
        if (report.scan() == null) {
            setVisible(false);
            return;
        }
        add(new DownloadMenu(
                "SBOM",
                "Download the bill of materials",
                List.of(
                        choice("CycloneDX 1.6, JSON", desk, image, BillFormat.CYCLONEDX),
                        choice("SPDX 2.3, JSON", desk, image, BillFormat.SPDX))));
    }

    private static DownloadMenu.Choice choice(String words, ImageDesk desk, String image, BillFormat format) {
        return new DownloadMenu.Choice(words, event -> {
            ImageBills.Bill bill = desk.bills().of(image, format, desk.readers().scope());
            event.setContentType(bill.mediaType());
            event.setFileName(bill.fileName());
            bill.content().write(event.getOutputStream());
        });
    }
}
