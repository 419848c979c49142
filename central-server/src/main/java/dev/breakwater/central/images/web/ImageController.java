package dev.breakwater.central.images.web;

import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.images.Images;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.platform.web.ListParameters;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/images")
@Tag(name = "Images")
class ImageController {

    private final Images images;
    private final Readers readers;

    ImageController(Images images, Readers readers) {
        this.images = images;
        this.readers = readers;
    }

    @GetMapping
    Page<ImageRow> list(@ParameterObject ListParameters parameters) {
        return images.list(parameters.request(), readers.scope());
    }
}
