package dev.breakwater.central.vulnerabilities.internal.feed;

import java.util.List;

/** What came is not taken; what was there stays in use. */
final class FeedRefused extends RuntimeException {

    private final List<String> problems;

    /**
     * @param reason one sentence for people
     * @param problems of single entries
     */
    FeedRefused(String reason, List<String> problems) {
        super(reason);
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
