/**
 * Whether what there is meets a standard: standards are lists of controls, a control asks checks, a check reads facts and
 * answers for one object with the evidence.
 */
@NullMarked
package dev.breakwater.engine.compliance;

import org.jspecify.annotations.NullMarked;
