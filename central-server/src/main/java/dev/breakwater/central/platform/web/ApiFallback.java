package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what no controller knows below {@code /api}, which would else reach the console and get a page. */
@Hidden
@RestController
class ApiFallback {

    @RequestMapping("/api/**")
    void unknown(HttpServletRequest request) {
        throw new NotFound("resource", request.getRequestURI());
    }
}
