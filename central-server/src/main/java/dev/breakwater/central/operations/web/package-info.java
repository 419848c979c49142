/** Health, history and the bundle over REST. */
@NullMarked
package dev.breakwater.central.operations.web;

import org.jspecify.annotations.NullMarked;
