/** Vulnerabilities over REST. */
@NullMarked
package dev.breakwater.central.vulnerabilities.web;

import org.jspecify.annotations.NullMarked;
