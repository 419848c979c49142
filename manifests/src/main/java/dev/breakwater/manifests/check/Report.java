package dev.breakwater.manifests.check;

import dev.breakwater.engine.model.Severity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param findings what violates a policy, the gravest first
 * @param unknown what could not be judged for want of facts
 * @param unreadable what could not be read
 * @param objects how many objects were read
 * @param policies how many policies were judged
 */
public record Report(
        List<Finding> findings, List<Unknown> unknown, List<Unreadable> unreadable, int objects, int policies) {

    public Report {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * An object where it stands.
     *
     * @param line from 1
     * @param index its place among all objects of the check, from 0
     */
    public record Subject(String kind, String namespace, String name, String file, int line, int index) {

        @Override
        public String toString() {
            return kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
        }
    }

    /**
     * An object that violates a policy.
     *
     * @param message why, one sentence
     * @param known it was there before, and does not count
     */
    public record Finding(
            Rule policy, Severity severity, Subject object, String message, List<Proof> evidence, boolean known) {

        public Finding {
            evidence = List.copyOf(evidence);
        }

        /** What stays the same when lines move: the policy and the object. */
        public Identity identity() {
            return new Identity(policy.id(), object.kind(), object.namespace(), object.name());
        }

        /** Where the first proof stands, else the object: the line to look at, from 1. */
        public int line() {
            return evidence.isEmpty() ? object.line() : evidence.getFirst().line();
        }

        /** The same, known before or not. */
        public Finding known(boolean before) {
            return new Finding(policy, severity, object, message, evidence, before);
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
    public record Unknown(Rule policy, Severity severity, Subject object, List<Missing> missing) {

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
     * @param index of the object among all of the check, from 0; {@code null} if it was not even read as an object
     */
    public record Unreadable(
            String file, int line, String problem, @Nullable Integer index) {

        @Override
        public String toString() {
            return file + (line == 0 ? "" : ":" + line) + ": " + problem;
        }
    }
}
