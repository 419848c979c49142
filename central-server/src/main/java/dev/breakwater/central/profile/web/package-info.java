/** The profile over REST. */
@NullMarked
package dev.breakwater.central.profile.web;

import org.jspecify.annotations.NullMarked;
