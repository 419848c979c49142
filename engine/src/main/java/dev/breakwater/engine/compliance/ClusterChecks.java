package dev.breakwater.engine.compliance;

import dev.breakwater.engine.compliance.Check.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of a cluster as a whole. They read what is, and never whether something was bought or switched on for show. */
public final class ClusterChecks {

    private static final Duration CONTACT = Duration.ofHours(1);
    private static final Duration ADVISORIES = Duration.ofDays(7);
    private static final int AUDIT_DAYS = 365;

    private record ClusterCheck(Check card, Question question) {}

    private interface Question {
        Answer of(ClusterFacts facts, Instant asOf);
    }

    /** @param validUntil from when on time alone may change it, {@code null} = never */
    private record Answer(
            Outcome outcome,
            String field,
            String found,
            String expected,
            String says,
            @Nullable Instant validUntil) {}

    private static final List<ClusterCheck> ALL = List.of(
            check(
                    "sensor-in-contact",
                    "The cluster's sensor is in contact",
                    "Find out on the page of the cluster why its sensor is silent; while it is, nothing new is seen.",
                    ClusterChecks::contact),
            check(
                    "inventory-complete",
                    "The sensor reads every kind of object that the inventory consists of",
                    "Give the sensor's account the rights that its chart asks for.",
                    ClusterChecks::inventory),
            check(
                    "changes-checked",
                    "Pipelines have manifests checked before they are deployed",
                    "Let the pipeline ask with bwctl check, and refuse what violates.",
                    ClusterChecks::pipelines),
            check(
                    "no-old-violations",
                    "No violation of high or critical severity is left undecided for more than 30 days",
                    "Mend what is violated, or accept it with a reason and an end.",
                    ClusterChecks::violations),
            check(
                    "alarms-delivered",
                    "Violations are reported by themselves, and the reports arrive",
                    "Add a way out and a rule that leads to it, and look at the deliveries that were given up.",
                    ClusterChecks::alarms),
            check(
                    "feeds-fresh",
                    "Advisories of vulnerabilities are at most seven days old",
                    "Load feeds, or find out on their page why they are stale.",
                    ClusterChecks::feeds),
            check(
                    "audit-kept-a-year",
                    "What people and pipelines do here is kept for a year at the least",
                    "Set breakwater.retention.days.audit-log to 365 or more.",
                    (facts, asOf) -> yes(
                            facts.auditDays() >= AUDIT_DAYS,
                            "breakwater.retention.days.audit-log",
                            String.valueOf(facts.auditDays()),
                            AUDIT_DAYS + " or more",
                            "Entries of the audit log are kept for " + facts.auditDays() + " days.")),
            check(
                    "several-people-decide",
                    "More than one person can decide here, so that one asks and another approves",
                    "Give a second person an account of their own.",
                    (facts, asOf) -> yes(
                            facts.people() > 1,
                            "accounts of people",
                            String.valueOf(facts.people()),
                            "2 or more",
                            facts.people() == 1
                                    ? "There is one account of a person."
                                    : "There are " + facts.people() + " accounts of people.")));

    private ClusterChecks() {}

    /** Every check of clusters. */
    public static List<Check> cards() {
        return ALL.stream().map(ClusterCheck::card).toList();
    }

    /** What each check says of a cluster. */
    public static List<CheckResult> judge(ClusterFacts facts, Instant asOf) {
        return ALL.stream()
                .map(check -> {
                    Answer answer = check.question().of(facts, asOf);
                    return new CheckResult(
                            check.card().id(),
                            answer.outcome(),
                            List.of(new Evidence(answer.field(), answer.found(), answer.expected(), "", answer.says())),
                            answer.validUntil());
                })
                .toList();
    }

    private static ClusterCheck check(String id, String title, String fix, Question question) {
        return new ClusterCheck(new Check(id, title, Subject.CLUSTER, fix, true), question);
    }

    private static Answer yes(boolean passes, String field, String found, String expected, String says) {
        return new Answer(passes ? Outcome.PASS : Outcome.FAIL, field, found, expected, says, null);
    }

    private static Answer unknown(String field, String says) {
        return new Answer(Outcome.UNKNOWN, field, "", "", says, null);
    }

    private static Answer until(Answer answer, Instant at) {
        return new Answer(answer.outcome(), answer.field(), answer.found(), answer.expected(), answer.says(), at);
    }

    private static Answer contact(ClusterFacts facts, Instant asOf) {
        Instant last = facts.lastContactAt();
        if (last == null) {
            return unknown("last contact", "The sensor has never been in contact.");
        }
        Instant end = last.plus(CONTACT);
        boolean passes = end.isAfter(asOf);
        Answer answer = yes(
                passes,
                "last contact",
                last.toString(),
                "within the last hour",
                passes ? "The sensor is in contact." : "The sensor has said nothing since " + last + ".");
        return passes ? until(answer, end) : answer;
    }

    private static Answer inventory(ClusterFacts facts, Instant asOf) {
        if (facts.seenKinds() + facts.unseenKinds().size() == 0) {
            return unknown("kinds of objects", "The sensor has not said yet what it may read.");
        }
        boolean all = facts.unseenKinds().isEmpty();
        return yes(
                all,
                "kinds of objects",
                String.join(", ", facts.unseenKinds()),
                "all are read",
                all
                        ? "The sensor reads all " + facts.seenKinds() + " kinds."
                        : "The sensor does not read " + String.join(", ", facts.unseenKinds()) + ".");
    }

    private static Answer pipelines(ClusterFacts facts, Instant asOf) {
        return yes(
                facts.pipelineChecks() > 0,
                "checks by pipelines",
                String.valueOf(facts.pipelineChecks()),
                "at least one in 30 days",
                facts.pipelineChecks() > 0
                        ? "Pipelines had manifests checked " + facts.pipelineChecks() + " times in 30 days."
                        : "No pipeline had a manifest checked in 30 days.");
    }

    private static Answer violations(ClusterFacts facts, Instant asOf) {
        return yes(
                facts.oldViolations() == 0,
                "violations",
                String.valueOf(facts.oldViolations()),
                "0",
                facts.oldViolations() == 0
                        ? "Nothing of high or critical severity has been open for more than 30 days."
                        : facts.oldViolations()
                                + " violations of high or critical severity have been open for more than 30 days.");
    }

    private static Answer alarms(ClusterFacts facts, Instant asOf) {
        if (facts.alarmRoutes() == 0) {
            return yes(
                    false,
                    "rules that lead to a way out",
                    "0",
                    "1 or more",
                    "No rule that is switched on leads to a way out.");
        }
        if (facts.undelivered() > 0) {
            return yes(
                    false,
                    "messages given up",
                    String.valueOf(facts.undelivered()),
                    "0",
                    facts.undelivered() + " messages of the last 30 days could not be delivered.");
        }
        return facts.delivered() > 0
                ? yes(
                        true,
                        "messages delivered",
                        String.valueOf(facts.delivered()),
                        "1 or more",
                        facts.delivered() + " messages arrived in the last 30 days.")
                : unknown(
                        "messages delivered",
                        "No message was sent in the last 30 days: nobody knows whether one would arrive.");
    }

    private static Answer feeds(ClusterFacts facts, Instant asOf) {
        Instant oldest = facts.advisoriesAsOf();
        if (facts.advisories() == 0) {
            return yes(false, "advisories", "0", "1 or more", "No feed of advisories is loaded.");
        }
        if (oldest == null) {
            return unknown("advisories", "No feed says of when its advisories are.");
        }
        Instant end = oldest.plus(ADVISORIES);
        boolean passes = end.isAfter(asOf);
        Answer answer = yes(
                passes,
                "advisories as of",
                oldest.toString(),
                "within seven days",
                facts.advisories() + " advisories are as of " + oldest + ".");
        return passes ? until(answer, end) : answer;
    }
}
