package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Activity.ApiRequest;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRequest;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.engine.policy.value.TextTest;
import java.util.List;
import java.util.stream.Stream;

/** Who made a request. */
final class RequestUser extends Criterion<OfRequest> {

    RequestUser() {
        super(CriterionCard.of(
                "Kubernetes User Name",
                Level.REQUEST,
                new ValueGrammar(
                        ValueGrammar.Form.TEXT,
                        TextPattern.allowed(Bare.REGEX),
                        List.of(),
                        "system:serviceaccount:shop:.*"),
                "The user that made a request to the cluster's API, or that it was made in the name of."));
    }

    @Override
    public Condition<OfRequest> condition(String value) {
        TextTest test = TextPattern.parse(value, Bare.REGEX);
        return (of, asOf) -> Answer.of(values(of.request()).anyMatch(test::matches));
    }

    private static Stream<String> values(ApiRequest request) {
        return Stream.of(request.user(), request.impersonated() == null ? request.user() : request.impersonated())
                .distinct();
    }

    @Override
    public Sighting see(OfRequest of, Policy.Group group) {
        return Activities.request(
                of, "user", String.join(", ", values(of.request()).toList()));
    }
}
