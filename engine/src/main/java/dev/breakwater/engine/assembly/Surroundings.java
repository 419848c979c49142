package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything besides its own object that says something of one workload. More than what concerns it may be given: the
 * Assembler selects. A list that could not be read is unknown, which is not an empty list.
 *
 * @param cluster the cluster's name
 * @param namespace its namespace object, known-empty if the namespace does not exist as an object
 * @param services services of its namespace
 * @param endpoints endpoints of services without a selector, in its namespace
 * @param ingresses ingresses of its namespace
 * @param networkPolicies network policies of its namespace
 * @param serviceAccount its service account object, known-empty if there is none by that name
 * @param bindings bindings of its namespace and of the cluster; those that do not reach its account are ignored
 * @param roles the roles that those bindings name, and in a folder those that an aggregating one gathers; a missing one
 *     grants nothing, unless Kubernetes itself makes it ({@code cluster-admin}, {@code admin}, {@code edit}, {@code view})
 * @param pods its running instances; unknown where pods cannot be seen
 * @param images what is known of images, by {@link dev.breakwater.engine.model.ImageName#canonical()} of the declared
 *     or running name; the running digest wins
 */
public record Surroundings(
        String cluster,
        Observed<Optional<Namespace>> namespace,
        Observed<List<Service>> services,
        Observed<List<Endpoints>> endpoints,
        Observed<List<Ingress>> ingresses,
        Observed<List<NetworkPolicy>> networkPolicies,
        Observed<Optional<ServiceAccount>> serviceAccount,
        Observed<List<RoleBinding>> bindings,
        Observed<List<Role>> roles,
        Observed<List<Pod>> pods,
        Map<String, ImageDetails> images) {}
