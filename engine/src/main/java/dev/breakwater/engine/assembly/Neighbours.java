package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;

/**
 * What says something of objects other than workloads. More than what concerns one may be given; a list that could not be
 * read is unknown, which is not an empty list.
 *
 * @param cluster the cluster's name
 */
public record Neighbours(
        String cluster,
        Observed<List<Role>> roles,
        Observed<List<Service>> services,
        Observed<List<WorkloadSpec>> workloads) {}
