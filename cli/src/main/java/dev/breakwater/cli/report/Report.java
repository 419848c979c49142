package dev.breakwater.cli.report;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import java.util.List;
import java.util.UUID;

/**
 * What a check found.
 *
 * @param findings what violates a policy, the gravest first
 * @param unknown what could not be judged for want of facts
 * @param unreadable what could not be read
 * @param objects how many objects were read
 * @param policies those that were judged
 */
public record Report(
        List<Finding> findings,
        List<Unknown> unknown,
        List<Unreadable> unreadable,
        int objects,
        List<Policy> policies) {

    public Report {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        unreadable = List.copyOf(unreadable);
        policies = List.copyOf(policies);
    }

    /**
     * An object where it stands.
     *
     * @param line from 1
     */
    public record Subject(String kind, String namespace, String name, String file, int line) {

        @Override
        public String toString() {
            return kind + " " + namespace + "/" + name;
        }
    }

    /**
     * A workload that violates a policy.
     *
     * @param message why, one sentence
     * @param known it was in the baseline, and does not count
     */
    public record Finding(
            Policy policy, Severity severity, Subject object, String message, List<Proof> evidence, boolean known) {

        public Finding {
            evidence = List.copyOf(evidence);
        }

        /** What stays the same when lines move: the policy and the object. */
        public Identity identity() {
            return new Identity(policy.id(), object.kind(), object.namespace(), object.name());
        }
    }

    /** What a finding is about. */
    public record Identity(UUID policyId, String kind, String namespace, String name) {}

    /**
     * One matched fact.
     *
     * @param line where it stands in the object's file, or where it would stand; from 1
     */
    public record Proof(
            String message,
            String criterion,
            String container,
            String field,
            String found,
            String forbidden,
            String path,
            int line) {}

    /** A policy that cannot tell. */
    public record Unknown(Policy policy, Severity severity, Subject object, List<Missing> missing) {

        public Unknown {
            missing = List.copyOf(missing);
        }
    }

    /** A fact that would decide. */
    public record Missing(String criterion, String subject, String reason, String detail) {}

    /**
     * What could not be read.
     *
     * @param line from 1; 0 = the whole file
     */
    public record Unreadable(String file, int line, String problem) {

        @Override
        public String toString() {
            return file + (line == 0 ? "" : ":" + line) + ": " + problem;
        }
    }
}
