package dev.breakwater.central.vulnerabilities.web;

import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.Feeds.Brought;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @DeleteMapping("/{name}")
    @Operation(
            summary = "Removes a feed with all that it says",
            description =
                    "204 if it is gone. 202 with the feed if it is large: it covers nothing any more, and entries tells how"
                            + " many are left of it. What it alone knows is found no more, and what it alone is complete for is unknown."
                            + " 409 if it is fetched from an address that is configured, since it would come back.")
    @ApiResponse(responseCode = "204", description = "It is gone.")
    @ApiResponse(responseCode = "202", description = "It is being removed.")
    ResponseEntity<FeedRow> remove(@PathVariable String name) {
        return feeds.remove(name)
                .map(row -> ResponseEntity.accepted().body(row))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Brings feeds: files of publishers as they are, each in place of the one of its name",
            description =
                    "200 if all were taken. 207 if some were not: the state of each says which (REFUSED or FAILED, with the"
                            + " reason), and what was there before of it stays in use. 400 if none was.")
    ResponseEntity<List<FeedRow>> bring(@RequestParam("file") List<MultipartFile> file) {
        List<FeedRow> rows = feeds.bring(file.stream()
                .map(one -> new Brought(String.valueOf(one.getOriginalFilename()), one::getInputStream))
                .toList());
        boolean all = rows.stream().allMatch(row -> row.state() == State.OK || row.state() == State.STALE);
        return ResponseEntity.status(all ? HttpStatus.OK : HttpStatus.MULTI_STATUS)
                .body(rows);
    }
}
