/**
 * The values that people write into policies: texts, numbers, patterns. Entries: {@code TextPattern}, {@code NumberTest};
 * what cannot be read is a {@code ValueRejected} that says what is allowed. All of it is bounded in length and in work,
 * since anyone who may write a policy may write nonsense.
 */
@NullMarked
package dev.breakwater.engine.policy.value;

import org.jspecify.annotations.NullMarked;
