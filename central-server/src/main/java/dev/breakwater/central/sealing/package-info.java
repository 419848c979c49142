/**
 * Makes evidence of what is handed out: signs manifests of reports with central's key, and hashes each day together with the one
 * before. Entry: {@code Sealing}, {@code SigningKeys}, {@code SealedDays}; the forms are those of the module {@code seal}.
 */
@NullMarked
@ApplicationModule(displayName = "Sealing")
package dev.breakwater.central.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
