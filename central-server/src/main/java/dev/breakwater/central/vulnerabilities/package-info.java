/**
 * What is wrong with the packages of images: feeds of advisories, findings, what people decide of them, and which upgrade takes
 * most of it away. Entry: {@code Vulnerabilities}, {@code Feeds}, {@code Exceptions}.
 */
@NullMarked
@ApplicationModule(displayName = "Vulnerabilities")
package dev.breakwater.central.vulnerabilities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
