/** How long judging takes, beside the same rules as expressions and as plain predicates. */
@NullMarked
package dev.breakwater.bench.policy;

import org.jspecify.annotations.NullMarked;
