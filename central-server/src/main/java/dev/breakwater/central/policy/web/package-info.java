/** REST of the policies. */
@NullMarked
package dev.breakwater.central.policy.web;

import org.jspecify.annotations.NullMarked;
