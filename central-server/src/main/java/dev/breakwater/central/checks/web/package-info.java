@NullMarked
package dev.breakwater.central.checks.web;

import org.jspecify.annotations.NullMarked;
