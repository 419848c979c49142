package dev.breakwater.central.vulnerabilities.web;

import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.Feeds.Brought;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What publishers say of vulnerabilities. */
@RestController
@RequestMapping("/api/v1/feeds")
@Tag(name = "Feeds")
class FeedController {

    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping
    @Operation(summary = "Feeds with their source, entries, age and state")
    List<FeedRow> list() {
        return feeds.list();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Brings feeds: files of publishers as they are, each in place of the one of its name")
    List<FeedRow> bring(@RequestParam("file") List<MultipartFile> file) {
        return feeds.bring(file.stream()
                .map(one -> new Brought(String.valueOf(one.getOriginalFilename()), one::getInputStream))
                .toList());
    }
}
