package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.vulnerabilities.FindingRow.PackageFinding;
import dev.breakwater.engine.machine.PackageUse;
import dev.breakwater.engine.model.Vulnerability.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vulnerability of a package that is installed on a node.
 *
 * @param id of the row
 * @param clusterId {@code null} = the machine belongs to no cluster
 * @param cluster its name, empty = none
 * @param use what the package does there: a kernel that does not run is no danger until it does
 * @param state what people decided of it
 */
public record NodeFindingRow(
        String id,
        UUID nodeId,
        @Nullable UUID clusterId,
        String cluster,
        String node,
        PackageFinding finding,
        PackageUse use,
        State state) {}
