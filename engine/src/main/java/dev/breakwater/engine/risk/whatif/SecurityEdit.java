package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A security context in the making, so that a change names only what it changes. */
final class SecurityEdit {

    private final SecurityContext from;
    boolean privileged;

    @Nullable
    Long runAsUser;

    @Nullable
    Boolean runAsNonRoot;

    @Nullable
    Boolean readOnlyRootFilesystem;

    @Nullable
    Boolean allowPrivilegeEscalation;

    List<String> capabilitiesAdd;
    List<String> capabilitiesDrop;

    @Nullable
    String seccompType;

    @Nullable
    String appArmorProfile;

    @Nullable
    String procMount;

    SecurityEdit(Container container) {
        from = container.security();
        privileged = from.privileged();
        runAsUser = from.runAsUser();
        runAsNonRoot = from.runAsNonRoot();
        readOnlyRootFilesystem = from.readOnlyRootFilesystem();
        allowPrivilegeEscalation = from.allowPrivilegeEscalation();
        capabilitiesAdd = from.capabilitiesAdd();
        capabilitiesDrop = from.capabilitiesDrop();
        seccompType = from.seccompType();
        appArmorProfile = from.appArmorProfile();
        procMount = from.procMount();
    }

    SecurityContext build() {
        return new SecurityContext(
                privileged,
                runAsUser,
                from.runAsGroup(),
                runAsNonRoot,
                readOnlyRootFilesystem,
                allowPrivilegeEscalation,
                capabilitiesAdd,
                capabilitiesDrop,
                seccompType,
                "Localhost".equals(seccompType) ? from.seccompLocalhostProfile() : null,
                appArmorProfile,
                procMount,
                from.hostProcess(),
                from.seLinux());
    }
}
