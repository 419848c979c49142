package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a process can gain more rights than its parent; Kubernetes allows it unless told, and always to privileged ones. */
final class AllowPrivilegeEscalation extends FlagCriterion<OfContainer> {

    AllowPrivilegeEscalation() {
        super(
                "Allow Privilege Escalation",
                Level.CONTAINER,
                "Whether a process may gain more rights than its parent; so it is unless the container forbids it, and"
                        + " always where it is privileged or has SYS_ADMIN.");
    }

    @Override
    Observed<Boolean> read(OfContainer in) {
        SecurityContext security = in.container().security();
        return Observed.known(!Boolean.FALSE.equals(security.allowPrivilegeEscalation())
                || security.privileged()
                || Capabilities.has(security.capabilitiesAdd(), "SYS_ADMIN"));
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        Boolean set = in.container().security().allowPrivilegeEscalation();
        return new Sighting(
                "Container " + in.containerName()
                        + (holds(in) ? " lets its processes gain privileges." : " forbids gaining privileges."),
                "allowPrivilegeEscalation",
                set == null ? "not set" : set.toString(),
                in.path("securityContext.allowPrivilegeEscalation"));
    }
}
