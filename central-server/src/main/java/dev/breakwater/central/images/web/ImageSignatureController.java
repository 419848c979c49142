package dev.breakwater.central.images.web;

import dev.breakwater.central.images.ImageSignatures;
import dev.breakwater.central.platform.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who signed an image. */
@RestController
@RequestMapping("/api/v1/images/{image}/signatures")
@Tag(name = "Signatures")
class ImageSignatureController {

    private final ImageSignatures signatures;
    private final Readers readers;

    ImageSignatureController(ImageSignatures signatures, Readers readers) {
        this.signatures = signatures;
        this.readers = readers;
    }

    @GetMapping
    @Operation(
            summary =
                    "Whether a signature of the image is verified, unverified or unknown, by which verifier, and why not")
    ImageSignatures.Report signatures(@PathVariable String image) {
        return signatures.get(image, readers.scope());
    }

    @PostMapping("/look")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Has signatures of the image looked for at once, without looking inside it")
    void look(@PathVariable String image) {
        signatures.lookAgain(image);
    }
}
