package dev.breakwater.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effective security context of a container: its own settings over those inherited from the pod.
 *
 * @param runAsUser {@code null} = as the image says
 * @param allowPrivilegeEscalation {@code null} = not set, which the runtime treats as allowed
 * @param capabilitiesAdd upper case, without {@code CAP_}
 * @param capabilitiesDrop upper case, without {@code CAP_}
 * @param seccompType {@code RuntimeDefault}, {@code Localhost}, {@code Unconfined}; {@code null} = not set
 * @param appArmorProfile {@code runtime/default}, {@code unconfined}, {@code localhost/<name>}; {@code null} = not set
 * @param procMount {@code Default} or {@code Unmasked}; {@code null} = not set
 * @param hostProcess whether it is a process of a Windows node itself; {@code null} = not set
 * @param seLinux the labels that it asks for; {@code null} = not set
 */
public record SecurityContext(
        boolean privileged,
        @Nullable Long runAsUser,
        @Nullable Long runAsGroup,
        @Nullable Boolean runAsNonRoot,
        @Nullable Boolean readOnlyRootFilesystem,
        @Nullable Boolean allowPrivilegeEscalation,
        List<String> capabilitiesAdd,
        List<String> capabilitiesDrop,
        @Nullable String seccompType,
        @Nullable String seccompLocalhostProfile,
        @Nullable String appArmorProfile,
        @Nullable String procMount,
        @Nullable Boolean hostProcess,
        @Nullable SeLinux seLinux) {

    /** SELinux labels; each part empty where it is not set. */
    public record SeLinux(String user, String role, String type, String level) {}

    /** One that neither is a host process nor asks for SELinux labels. */
    public SecurityContext(
            boolean privileged,
            @Nullable Long runAsUser,
            @Nullable Long runAsGroup,
            @Nullable Boolean runAsNonRoot,
            @Nullable Boolean readOnlyRootFilesystem,
            @Nullable Boolean allowPrivilegeEscalation,
            List<String> capabilitiesAdd,
            List<String> capabilitiesDrop,
            @Nullable String seccompType,
            @Nullable String seccompLocalhostProfile,
            @Nullable String appArmorProfile,
            @Nullable String procMount) {
        this(
                privileged,
                runAsUser,
                runAsGroup,
                runAsNonRoot,
                readOnlyRootFilesystem,
                allowPrivilegeEscalation,
                capabilitiesAdd,
                capabilitiesDrop,
                seccompType,
                seccompLocalhostProfile,
                appArmorProfile,
                procMount,
                null,
                null);
    }

    public static final SecurityContext NOT_SET =
            new SecurityContext(false, null, null, null, null, null, List.of(), List.of(), null, null, null, null);

    public SecurityContext {
        capabilitiesAdd = List.copyOf(capabilitiesAdd);
        capabilitiesDrop = List.copyOf(capabilitiesDrop);
    }
}
