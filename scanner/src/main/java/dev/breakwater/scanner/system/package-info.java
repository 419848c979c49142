/** What distributions say of themselves: os-release and the databases of dpkg, apk and rpm. */
@NullMarked
package dev.breakwater.scanner.system;

import org.jspecify.annotations.NullMarked;
