/**
 * REST for clusters and their enrolment.
 */
@NullMarked
package dev.breakwater.central.fleet.web;

import org.jspecify.annotations.NullMarked;
