package dev.breakwater.central.images.web;

import dev.breakwater.central.images.UploadedDocument;
import dev.breakwater.central.images.UploadedDocuments;
import dev.breakwater.central.platform.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What others found in images. */
@RestController
@RequestMapping("/api/v1/sboms")
@Tag(name = "Images")
class DocumentController {

    private static final String SUMMARY =
            "Takes a bill of materials or the report of another scanner as the content of an image";
    private static final String DESCRIPTION =
            "CycloneDX, SPDX, and the reports of Trivy, Grype and Clair, found by their content; at most 64 MiB. The image"
                    + " carries the source and the date of the document. For administrators and pipelines.";

    private final UploadedDocuments documents;

    DocumentController(UploadedDocuments documents) {
        this.documents = documents;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    UploadedDocument form(
            @RequestPart MultipartFile file,
            @Parameter(description = "Digest, id or name of the image; absent = as the document says")
                    @RequestParam(required = false)
                    @Nullable
                    String image)
            throws IOException {
        if (file.isEmpty()) {
            throw new InvalidRequest("file", "empty", "a document");
        }
        return documents.upload(file.getBytes(), image);
    }

    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "application/vnd.cyclonedx+json",
                "application/vnd.cyclonedx+xml",
                "application/spdx+json",
                "text/spdx"
            })
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = SUMMARY,
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "The document",
                            content = {
                                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
                            }))
    UploadedDocument raw(
            HttpServletRequest request,
            @Parameter(description = "Digest, id or name of the image; absent = as the document says")
                    @RequestParam(required = false)
                    @Nullable
                    String image)
            throws IOException {
        return documents.upload(request.getInputStream().readAllBytes(), image);
    }
}
