@NullMarked
package dev.breakwater.central.platform.web;

import org.jspecify.annotations.NullMarked;
