/** Export and import over REST. */
@NullMarked
package dev.breakwater.central.transfer.web;

import org.jspecify.annotations.NullMarked;
