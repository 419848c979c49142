package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import dev.breakwater.engine.policy.value.Comparison;
import java.util.stream.Stream;

/** The coarse level of what a workload's service account may do; a level without a sign means that or more. */
final class MinimumRbacPermissions extends RankCriterion<OfWorkload> {

    MinimumRbacPermissions() {
        super(
                "Minimum RBAC Permissions",
                Level.WORKLOAD,
                Stream.of(Grants.Level.values()).map(Enum::name).toList(),
                "How far the permissions of the service account reach; a level without a sign means at least that.");
    }

    @Override
    Observed<String> read(OfWorkload of) {
        return of.workload().grants().map(grants -> grants.level().name());
    }

    @Override
    Comparison comparison(String value) {
        boolean bare = !value.isEmpty() && Character.isLetter(value.charAt(0));
        return bare ? Comparison.AT_LEAST : super.comparison(value);
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        return new Sighting(
                "Service account " + of.workload().spec().template().serviceAccount() + " has permissions of level "
                        + found(of) + ".",
                "serviceAccount",
                found(of),
                of.podPath("serviceAccountName"));
    }
}
