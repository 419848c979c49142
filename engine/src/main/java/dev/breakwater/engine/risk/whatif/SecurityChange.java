package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import java.util.List;

/** A change to what one container may do. */
public sealed interface SecurityChange extends ContainerChange {

    /** Runs a container with or without privileges. */
    record SetPrivileged(String container, boolean privileged) implements SecurityChange {

        @Override
        public String type() {
            return "set-privileged";
        }

        @Override
        public List<String> arguments() {
            return List.of(container, String.valueOf(privileged));
        }

        @Override
        public String label() {
            return "Run " + container + (privileged ? " with privileges" : " without privileges");
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.security.privileged = privileged);
        }
    }

    /** Drops every capability; those that are added by name stay. */
    record DropAllCapabilities(String container) implements SecurityChange {

        @Override
        public String type() {
            return "drop-all-capabilities";
        }

        @Override
        public String label() {
            return "Drop all capabilities of " + container;
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.security.capabilitiesDrop = List.of("ALL"));
        }
    }

    /** No longer adds a capability. */
    record RemoveCapability(String container, String capability) implements SecurityChange {

        @Override
        public String type() {
            return "remove-capability";
        }

        @Override
        public List<String> arguments() {
            return List.of(container, capability);
        }

        @Override
        public String label() {
            return "No longer add " + capability + " to " + container;
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(
                    from,
                    c -> c.security.capabilitiesAdd = c.security.capabilitiesAdd.stream()
                            .filter(added -> !added.equals(capability))
                            .toList());
        }
    }

    /** Mounts the root file system read-only. */
    record ReadOnlyRootFilesystem(String container) implements SecurityChange {

        @Override
        public String type() {
            return "read-only-root-filesystem";
        }

        @Override
        public String label() {
            return "Make the root file system of " + container + " read-only";
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.security.readOnlyRootFilesystem = true);
        }
    }

    /** Forbids processes to gain more privileges than their parent. */
    record ForbidPrivilegeEscalation(String container) implements SecurityChange {

        @Override
        public String type() {
            return "forbid-privilege-escalation";
        }

        @Override
        public String label() {
            return "Forbid " + container + " to gain privileges";
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.security.allowPrivilegeEscalation = false);
        }
    }

    /** Demands a user other than root; where root is named, another user takes its place. */
    record RunAsNonRoot(String container) implements SecurityChange {

        private static final long ORDINARY_USER = 10001;

        @Override
        public String type() {
            return "run-as-non-root";
        }

        @Override
        public String label() {
            return "Run " + container + " as a user other than root";
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> {
                c.security.runAsNonRoot = true;
                Long user = c.security.runAsUser;
                c.security.runAsUser = user != null && user == 0 ? (Long) ORDINARY_USER : user;
            });
        }
    }

    /** Uses the runtime's own seccomp profile. */
    record SetSeccompRuntimeDefault(String container) implements SecurityChange {

        @Override
        public String type() {
            return "set-seccomp-runtime-default";
        }

        @Override
        public String label() {
            return "Filter system calls of " + container + " by the runtime's profile";
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.security.seccompType = "RuntimeDefault");
        }
    }

    /** Uses the runtime's own AppArmor profile. */
    record SetAppArmorRuntimeDefault(String container) implements SecurityChange {

        @Override
        public String type() {
            return "set-apparmor-runtime-default";
        }

        @Override
        public String label() {
            return "Confine " + container + " by the runtime's AppArmor profile";
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.security.appArmorProfile = "runtime/default");
        }
    }

    /** Hides the sensitive parts of {@code /proc} again. */
    record MaskProc(String container) implements SecurityChange {

        @Override
        public String type() {
            return "mask-proc";
        }

        @Override
        public String label() {
            return "Mask /proc in " + container;
        }

        @Override
        public Container edit(Container from) {
            return ContainerEdit.edited(from, c -> c.security.procMount = "Default");
        }
    }
}
