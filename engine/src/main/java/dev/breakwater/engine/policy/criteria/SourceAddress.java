package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** Where a request came from. */
final class SourceAddress extends Criterion<OfRequest> {

    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]{2,45}");
    private static final ValueGrammar GRAMMAR =
            new ValueGrammar(ValueGrammar.Form.ADDRESS, "Allowed: an IPv4 or IPv6 address.", List.of(), "192.0.2.1");

    SourceAddress() {
        super(CriterionCard.of(
                "Source IP Address",
                Level.REQUEST,
                GRAMMAR,
                "An address that a request to the cluster's API came from."));
    }

    @Override
    public Condition<OfRequest> condition(String value) {
        InetAddress wanted = read(value.strip());
        return (of, asOf) -> Answer.of(of.request().sources().stream().anyMatch(source -> same(source, wanted)));
    }

    private static InetAddress read(String text) {
        // Only literals get to the resolver, so that it never asks anybody.
        boolean literal = LITERAL.matcher(text).matches() && (text.contains(":") || text.indexOf('.') > 0);
        if (!literal) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
    }

    private static boolean same(String source, InetAddress wanted) {
        try {
            return InetAddress.ofLiteral(source).equals(wanted);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Sighting see(OfRequest of, Policy.Group group) {
        return Activities.request(of, "sources", String.join(", ", of.request().sources()));
    }
}
