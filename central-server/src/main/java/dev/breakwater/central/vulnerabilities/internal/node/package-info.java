/** What is installed on machines, matched as what is in images. Entry: {@code NodePackages} and {@code StoredNodeVulnerabilities}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.node;

import org.jspecify.annotations.NullMarked;
