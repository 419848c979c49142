/** Images over REST. */
@NullMarked
package dev.breakwater.central.images.web;

import org.jspecify.annotations.NullMarked;
