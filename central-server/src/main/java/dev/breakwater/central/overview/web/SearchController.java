package dev.breakwater.central.overview.web;

import dev.breakwater.central.overview.Search;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search over all kinds of things. */
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Overview")
class SearchController {

    private final Search search;
    private final Readers readers;

    SearchController(Search search, Readers readers) {
        this.search = search;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary =
                    "Workloads, images, policies, open violations and clusters by a piece of their name, five of each")
    Search.Findings find(
            @RequestParam(defaultValue = "") @Parameter(description = "A piece of a name", example = "pay")
                    String text) {
        return search.find(text, readers.scope());
    }
}
