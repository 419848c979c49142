package dev.breakwater.central.notification.internal.target;

import dev.breakwater.central.notification.TestOutcome;

/** Sends a test message and waits for the answer; implemented by what sends. */
public interface TestMessages {

    /** @param actor who tests, for the text */
    TestOutcome send(Target target, String actor);
}
