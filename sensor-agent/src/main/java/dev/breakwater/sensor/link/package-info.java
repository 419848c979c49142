/**
 * The link to central: enrolment with a token that pins central's authority, the sensor's certificate and its renewal, and
 * the stream. Entry: {@link dev.breakwater.sensor.link.Link}. Each connection begins with what central holds, so nothing
 * but the present facts has to survive an interruption.
 */
@NullMarked
package dev.breakwater.sensor.link;

import org.jspecify.annotations.NullMarked;
