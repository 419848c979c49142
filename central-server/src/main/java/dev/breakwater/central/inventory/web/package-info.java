/** What clusters hold besides workloads, over REST. */
@NullMarked
package dev.breakwater.central.inventory.web;

import org.jspecify.annotations.NullMarked;
