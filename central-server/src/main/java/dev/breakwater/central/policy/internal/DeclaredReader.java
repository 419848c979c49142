package dev.breakwater.central.policy.internal;

import dev.breakwater.central.fleet.PolicyDeclarations;
import dev.breakwater.central.fleet.PolicyDeclarations.Declared;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyDocument.Read;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes policies of one cluster's declarations: each with an id, a name and scopes that are that resource's own. */
record DeclaredReader(String cluster) {

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?");

    /** The same for the same resource always, also after its cluster was away. */
    UUID idOf(Declared declared) {
        return NameBasedId.of("declared policy", cluster, declared.namespace(), declared.name());
    }

    /**
     * The policy.
     *
     * @throws PolicyRejected naming everything that is not taken
     */
    Policy read(Declared declared) {
        check("/metadata/namespace", declared.namespace(), NAMESPACE, "the name of a namespace");
        check("/metadata/name", declared.name(), NAME, "the name of a Kubernetes resource");
        if (declared.document().isEmpty()) {
            throw rejected(
                    "/spec", "a longer document", "Allowed: up to " + PolicyDeclarations.LONGEST + " bytes as JSON.");
        }
        List<Read> read = PolicyDocument.readBeside(declared.document(), idOf(declared), List.of());
        if (read.size() != 1) {
            throw rejected("/spec", read.size() + " policies", "Allowed: one policy.");
        }
        Policy policy = forced(read.getFirst().policy(), declared);
        CompiledPolicies.compile(List.of(policy));
        return policy;
    }

    private Policy forced(Policy policy, Declared declared) {
        // The same manifest stands in several clusters and namespaces, and names are unique among all policies.
        String name = policy.name().isBlank() ? "" : policy.name() + " (" + cluster + "/" + declared.namespace() + ")";
        return PolicyEdit.of(policy)
                .id(idOf(declared))
                .name(name)
                .scopes(scopes(policy.scopes(), declared.namespace()))
                .done();
    }

    /** Every scope within the resource's own namespace of its own cluster. */
    private List<Scope> scopes(List<Scope> written, String namespace) {
        if (written.isEmpty()) {
            return List.of(new Scope(exactly(cluster), exactly(namespace), "", List.of(), List.of()));
        }
        List<Scope> scopes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Scope scope = written.get(i);
            own(scope.cluster(), cluster, "/scopes/" + i + "/cluster", problems);
            own(scope.namespace(), namespace, "/scopes/" + i + "/namespace", problems);
            scopes.add(new Scope(
                    exactly(cluster), exactly(namespace), scope.workload(), scope.labels(), scope.namespaceLabels()));
        }
        if (!problems.isEmpty()) {
            throw new PolicyRejected(problems);
        }
        return scopes;
    }

    private static void own(String written, String own, String pointer, List<Problem> problems) {
        if (!written.isEmpty() && !written.equals(exactly(own))) {
            problems.add(new Problem(
                    "",
                    pointer,
                    written,
                    "Allowed: nothing, or " + exactly(own)
                            + "; a resource judges its own namespace of its own cluster."));
        }
    }

    private static String exactly(String name) {
        return '"' + name + '"';
    }

    private static void check(String pointer, String value, Pattern pattern, String allowed) {
        if (!pattern.matcher(value).matches()) {
            throw rejected(pointer, value, "Allowed: " + allowed + ".");
        }
    }

    private static PolicyRejected rejected(String pointer, String value, String allowed) {
        return new PolicyRejected(List.of(new Problem("", pointer, value, allowed)));
    }
}
