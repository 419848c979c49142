/**
 * What a change would bring. A {@link dev.breakwater.engine.risk.whatif.Change} is made to the facts, not to the score:
 * the changed facts are assembled, judged and scored like any others, so that an answer is what applying the change would
 * give. Entry: {@link dev.breakwater.engine.risk.whatif.WhatIf}.
 */
@NullMarked
package dev.breakwater.engine.risk.whatif;

import org.jspecify.annotations.NullMarked;
