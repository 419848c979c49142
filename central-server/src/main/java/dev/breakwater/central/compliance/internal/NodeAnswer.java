package dev.breakwater.central.compliance.internal;

import dev.breakwater.engine.compliance.CheckResult;
import java.util.UUID;

/** A node with what a check says of it. */
record NodeAnswer(UUID node, String name, CheckResult result) {}
