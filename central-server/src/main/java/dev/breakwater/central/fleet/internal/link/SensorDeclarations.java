package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.PolicyDeclarations;
import dev.breakwater.central.fleet.PolicyDeclarations.Declared;
import dev.breakwater.central.fleet.internal.batch.DeclarationProblems;
import dev.breakwater.contracts.v1.DeclaredPolicies;
import dev.breakwater.contracts.v1.DeclaredPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The policies that the cluster of one stream declares, gathered from their chunks. For the stream's own thread. */
final class SensorDeclarations {

    private static final int LONGEST_NAME = 253;

    private final PolicyDeclarations declarations;
    private final DeclarationProblems problems;
    private List<Declared> arriving = new ArrayList<>();

    SensorDeclarations(PolicyDeclarations declarations, DeclarationProblems problems) {
        this.declarations = declarations;
        this.problems = problems;
    }

    /** @throws ProtocolViolation if they are more, or longer, than a sensor may send */
    void take(UUID clusterId, DeclaredPolicies chunk) {
        if (arriving.size() + chunk.getPoliciesCount() > PolicyDeclarations.MOST) {
            throw new ProtocolViolation("more than " + PolicyDeclarations.MOST + " declared policies");
        }
        for (DeclaredPolicy policy : chunk.getPoliciesList()) {
            arriving.add(declared(policy));
        }
        if (chunk.getLast()) {
            List<Declared> all = List.copyOf(arriving);
            arriving = new ArrayList<>();
            problems.replace(clusterId, declarations.declared(clusterId, all, !chunk.getIncomplete()));
        }
    }

    private static Declared declared(DeclaredPolicy policy) {
        if (policy.getNamespace().length() > LONGEST_NAME || policy.getName().length() > LONGEST_NAME) {
            throw new ProtocolViolation("a declared policy's name is longer than " + LONGEST_NAME + " characters");
        }
        int bytes = policy.getDocument().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > PolicyDeclarations.LONGEST) {
            throw new ProtocolViolation(
                    "a declared policy of " + bytes + " bytes; allowed: up to " + PolicyDeclarations.LONGEST);
        }
        return new Declared(policy.getNamespace(), policy.getName(), policy.getDocument());
    }
}
