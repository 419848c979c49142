package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.SecurityContextFacts;
import dev.breakwater.engine.model.SecurityContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Security contexts, nearly every part of which may be unset. */
final class SecurityContextMapping {

    private SecurityContextMapping() {}

    static SecurityContextFacts toWire(SecurityContext context) {
        SecurityContextFacts.Builder wire = SecurityContextFacts.newBuilder()
                .setPrivileged(context.privileged())
                .addAllCapabilitiesAdd(Bounds.names("SecurityContextFacts.capabilities_add", context.capabilitiesAdd()))
                .addAllCapabilitiesDrop(
                        Bounds.names("SecurityContextFacts.capabilities_drop", context.capabilitiesDrop()));
        ifSet(context.runAsUser(), wire::setRunAsUser);
        ifSet(context.runAsGroup(), wire::setRunAsGroup);
        ifSet(context.runAsNonRoot(), wire::setRunAsNonRoot);
        ifSet(context.readOnlyRootFilesystem(), wire::setReadOnlyRootFilesystem);
        ifSet(context.allowPrivilegeEscalation(), wire::setAllowPrivilegeEscalation);
        ifSet(name("seccomp_type", context.seccompType()), wire::setSeccompType);
        ifSet(name("seccomp_localhost_profile", context.seccompLocalhostProfile()), wire::setSeccompLocalhostProfile);
        ifSet(name("app_armor_profile", context.appArmorProfile()), wire::setAppArmorProfile);
        ifSet(name("proc_mount", context.procMount()), wire::setProcMount);
        ifSet(context.hostProcess(), wire::setHostProcess);
        ifSet(seLinux(context.seLinux()), wire::setSeLinux);
        return wire.build();
    }

    static SecurityContext fromWire(String owner, boolean present, SecurityContextFacts wire) {
        Bounds.present(owner, present);
        return new SecurityContext(
                wire.getPrivileged(),
                wire.hasRunAsUser() ? wire.getRunAsUser() : null,
                wire.hasRunAsGroup() ? wire.getRunAsGroup() : null,
                wire.hasRunAsNonRoot() ? wire.getRunAsNonRoot() : null,
                wire.hasReadOnlyRootFilesystem() ? wire.getReadOnlyRootFilesystem() : null,
                wire.hasAllowPrivilegeEscalation() ? wire.getAllowPrivilegeEscalation() : null,
                Bounds.names("SecurityContextFacts.capabilities_add", wire.getCapabilitiesAddList()),
                Bounds.names("SecurityContextFacts.capabilities_drop", wire.getCapabilitiesDropList()),
                wire.hasSeccompType() ? name("seccomp_type", wire.getSeccompType()) : null,
                wire.hasSeccompLocalhostProfile()
                        ? name("seccomp_localhost_profile", wire.getSeccompLocalhostProfile())
                        : null,
                wire.hasAppArmorProfile() ? name("app_armor_profile", wire.getAppArmorProfile()) : null,
                wire.hasProcMount() ? name("proc_mount", wire.getProcMount()) : null,
                wire.hasHostProcess() ? wire.getHostProcess() : null,
                wire.hasSeLinux() ? seLinux(wire.getSeLinux()) : null);
    }

    private static SecurityContextFacts.@Nullable SeLinux seLinux(SecurityContext.@Nullable SeLinux labels) {
        return labels == null
                ? null
                : SecurityContextFacts.SeLinux.newBuilder()
                        .setUser(Bounds.name("SeLinux.user", labels.user()))
                        .setRole(Bounds.name("SeLinux.role", labels.role()))
                        .setType(Bounds.name("SeLinux.type", labels.type()))
                        .setLevel(Bounds.name("SeLinux.level", labels.level()))
                        .build();
    }

    private static SecurityContext.SeLinux seLinux(SecurityContextFacts.SeLinux wire) {
        return new SecurityContext.SeLinux(
                Bounds.name("SeLinux.user", wire.getUser()),
                Bounds.name("SeLinux.role", wire.getRole()),
                Bounds.name("SeLinux.type", wire.getType()),
                Bounds.name("SeLinux.level", wire.getLevel()));
    }

    private static @Nullable String name(String field, @Nullable String value) {
        return value == null ? null : Bounds.name("SecurityContextFacts." + field, value);
    }

    private static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
