package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.central.images.ImageReport.State;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.vulnerabilities.ImageClaims;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.remedy.RemedyDesk;
import jakarta.annotation.security.PermitAll;

/** One image, by a digest that it is known by or by its id: what is inside, who looked, and where it runs. */
@Route(InventoryNavigation.IMAGES + "/:image")
@PermitAll
class ImageView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ImageDesk desk;
    private final transient RemedyDesk remedies;
    private String title = "Image";

    ImageView(ImageDesk desk, RemedyDesk remedies) {
        this.desk = desk;
        this.remedies = remedies;
        addClassNames("bw-page", "bw-scroll");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String image = event.getRouteParameters().get("image").orElseThrow(NotFoundException::new);
        try {
            show(image, event.getLocation().getQueryParameters());
        } catch (NotFound e) {
            throw new NotFoundException(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Images · Breakwater";
    }

    private void show(String image, QueryParameters parameters) {
        ImageReport report = desk.report(image);
        ImageTab tab = ImageTab.of(parameters.getSingleParameter("tab").orElse(""));
        TimeWords times = TimeWords.here(desk.clock());
        removeAll();
        title = ImageWords.title(report, image);
        PageHead head = new PageHead(title, sentence(report, times));
        head.addWay(
                Markup.link(InventoryNavigation.PATH, "Inventory"),
                Markup.icon("right"),
                Markup.link(InventoryNavigation.IMAGES, "Images"),
                Markup.icon("right"),
                Markup.text("", title));
        head.addActions(
                new BillMenu(desk, image, report), new ScanButton(desk, image, report, () -> show(image, parameters)));
        add(head, tabs(image, report.scan(), tab));
        if (report.state() != State.COMPLETE) {
            add(Markup.box("bw-banners", ScanBanner.of(report, times)));
        }
        add(content(image, report, tab, times, parameters));
    }

    private static String sentence(ImageReport report, TimeWords times) {
        Scan scan = report.scan();
        if (scan == null) {
            return ImageWords.looked(null, times);
        }
        String built = scan.createdAt() == null ? "" : "Built " + times.ago(scan.createdAt()) + ". ";
        return capital(ImageWords.distribution(scan)) + ". " + built + ImageWords.looked(scan, times);
    }

    private static String capital(String words) {
        return words.equals(ImageWords.NO_DISTRIBUTION) ? "No distribution is recognised in it" : words;
    }

    private static Component tabs(String image, @org.jspecify.annotations.Nullable Scan scan, ImageTab shown) {
        Nav tabs = new Nav();
        tabs.addClassName("bw-inner-tabs");
        tabs.getElement().setAttribute("aria-label", "Parts of the image");
        for (ImageTab tab : ImageTab.values()) {
            Anchor link = new Anchor(ImagesNavigation.of(image, tab), tab.word());
            int count = scan == null ? 0 : count(scan, tab);
            if (count > 0) {
                link.add(Markup.text("bw-tab-count", Counted.number(count)));
            }
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        return tabs;
    }

    private static int count(Scan scan, ImageTab tab) {
        return switch (tab) {
            case PACKAGES -> scan.packages();
            case LAYERS -> scan.layers();
            case FILES -> scan.secrets() + scan.files().size();
            case SUMMARY, VULNERABILITIES, CONFIGURATION, CHANGES -> 0;
        };
    }

    private Component vulnerabilities(String image, String digest, TimeWords times, QueryParameters parameters) {
        Div parts = Markup.box("bw-column", new ImageFindings(desk, image, digest, parameters));
        ImageClaims claims = desk.claims(digest);
        if (!claims.reports().isEmpty()) {
            parts.add(new ClaimsCard(claims, times));
        }
        return parts;
    }

    private Component content(
            String image, ImageReport report, ImageTab tab, TimeWords times, QueryParameters parameters) {
        Scan scan = report.scan();
        if (scan == null && tab != ImageTab.SUMMARY) {
            return ScanBanner.nothingKnown(tab);
        }
        return switch (tab) {
            case SUMMARY -> new ImageSummary(desk, remedies, image, report, times);
            case VULNERABILITIES ->
                vulnerabilities(image, report.digest() == null ? image : report.digest(), times, parameters);
            case PACKAGES ->
                new PackageTable(
                        desk, image, parameters.getSingleParameter("layer").orElse(""));
            case LAYERS -> LayerTable.of(image, desk.layers(image), scan, times);
            case CONFIGURATION -> ConfigCards.of(scan);
            case FILES -> FoundCards.of(image, desk.secrets(image), scan, desk.layers(image));
            case CHANGES ->
                new ImageHistory(desk.changes(report.digest() == null ? image : report.digest()), scan, times);
        };
    }
}
