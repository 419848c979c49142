/**
 * What is wrong with what runs: vulnerabilities by CVE, image, workload, component and owner, and what people decide of them.
 */
@NullMarked
package dev.breakwater.ui.vulnerabilities;

import org.jspecify.annotations.NullMarked;
