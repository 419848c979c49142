/** Accounts and API tokens over REST. */
@NullMarked
package dev.breakwater.central.access.web;

import org.jspecify.annotations.NullMarked;
