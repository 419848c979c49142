package dev.breakwater.central.images.web;

import dev.breakwater.central.images.BaseImages;
import dev.breakwater.central.images.BaseImages.Standing;
import dev.breakwater.central.images.ImageBills;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.central.images.ImageReport.Layer;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.scanner.sbom.BillFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is inside an image. */
@RestController
@RequestMapping("/api/v1/images/{image}")
@Tag(name = "Images")
class ImageReportController {

    /** Packages; none says nothing where {@code state} does not say that somebody looked. */
    record Packages(ImageReport.State state, String reason, int total, List<Installed> items) {}

    record Layers(ImageReport.State state, String reason, List<Layer> items) {}

    record Secrets(ImageReport.State state, String reason, List<FoundSecret> items) {}

    private static final String STATE =
            "`state` says how far what is not there can be relied on: COMPLETE, or INCOMPLETE, STALE, FAILED and UNSCANNED with the"
                    + " `reason`.";

    private final ImageReports reports;
    private final BaseImages bases;
    private final Readers readers;
    private final ImageBills bills;

    ImageReportController(ImageReports reports, BaseImages bases, Readers readers, ImageBills bills) {
        this.reports = reports;
        this.bases = bases;
        this.readers = readers;
        this.bills = bills;
    }

    @GetMapping
    @Operation(
            summary =
                    "An image by a digest that it is known by, or by its id: who looked inside, when, and what was found")
    ImageReport image(@PathVariable String image) {
        return reports.get(image, readers.scope());
    }

    @GetMapping("/base")
    @Operation(
            summary =
                    "What it is built on, how that is recognised, and which newer images of that are known; or why nothing of it is known")
    Standing base(@PathVariable String image) {
        return bases.of(image, readers.scope());
    }

    @GetMapping("/packages")
    @Operation(summary = "Its packages, with the layer and path that brought each", description = STATE)
    Packages packages(
            @PathVariable String image,
            @Parameter(description = "Only those whose name contains this, in any case")
                    @RequestParam(defaultValue = "")
                    String name,
            @Parameter(description = "Only those of this sort, such as DEB or NPM") @RequestParam(defaultValue = "")
                    String type,
            @Parameter(description = "Only those of the layer with this diff id") @RequestParam(defaultValue = "")
                    String layer) {
        ImageReport report = reports.get(image, readers.scope());
        List<Installed> all = reports.packages(image, readers.scope());
        String part = name.toLowerCase(Locale.ROOT);
        return new Packages(
                report.state(),
                report.reason(),
                all.size(),
                all.stream()
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(part))
                        .filter(one -> type.isEmpty() || one.type().equalsIgnoreCase(type))
                        .filter(one -> layer.isEmpty() || one.layer().equals(layer))
                        .toList());
    }

    @GetMapping("/layers")
    @Operation(summary = "Its layers, bottom first, with the instruction that made each", description = STATE)
    Layers layers(@PathVariable String image) {
        ImageReport report = reports.get(image, readers.scope());
        return new Layers(report.state(), report.reason(), reports.layers(image, readers.scope()));
    }

    @GetMapping("/sbom")
    @Operation(
            summary = "A bill of materials of it: CycloneDX 1.6 or SPDX 2.3, both JSON",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(mediaType = "application/vnd.cyclonedx+json"),
                                @Content(mediaType = "application/spdx+json")
                            }))
    void bill(
            @PathVariable String image,
            @Parameter(description = "cyclonedx or spdx") @RequestParam(defaultValue = "cyclonedx") String format,
            HttpServletResponse response)
            throws IOException {
        BillFormat wanted = switch (format.toLowerCase(Locale.ROOT)) {
            case "cyclonedx" -> BillFormat.CYCLONEDX;
            case "spdx" -> BillFormat.SPDX;
            default -> throw new InvalidRequest("format", format, "cyclonedx or spdx");
        };
        ImageBills.Bill bill = bills.of(image, wanted, readers.scope());
        response.setContentType(bill.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + bill.fileName() + "\"");
        bill.content().write(response.getOutputStream());
    }

    @GetMapping("/secrets")
    @Operation(
            summary = "What looks like a secret in it: where, and which rule found it; never the secret itself",
            description = STATE)
    Secrets secrets(@PathVariable String image) {
        ImageReport report = reports.get(image, readers.scope());
        return new Secrets(report.state(), report.reason(), reports.secrets(image, readers.scope()));
    }
}
