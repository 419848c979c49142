/** REST conventions shared by all controllers: list parameters, problem details, correlation. */
@NullMarked
@NamedInterface("web")
package dev.breakwater.central.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
