package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityContextsTest {

    @Test
    void containerSettingsWinOverThoseOfThePod() {
        List<Container> containers = Translated.pod("""
                securityContext:
                  runAsUser: 1000
                  runAsGroup: 2000
                  runAsNonRoot: true
                  seccompProfile: {type: RuntimeDefault}
                  appArmorProfile: {type: RuntimeDefault}
                containers:
                - name: inherits
                - name: own
                  securityContext:
                    runAsUser: 0
                    runAsNonRoot: false
                    seccompProfile: {type: Localhost, localhostProfile: p.json}
                    appArmorProfile: {type: Localhost, localhostProfile: web}
                """).template().containers();

        SecurityContext inherits = containers.get(0).security();
        assertThat(inherits.runAsUser()).isEqualTo(1000);
        assertThat(inherits.runAsNonRoot()).isTrue();
        assertThat(inherits.seccompType()).isEqualTo("RuntimeDefault");
        assertThat(inherits.appArmorProfile()).isEqualTo("runtime/default");
        SecurityContext own = containers.get(1).security();
        assertThat(own.runAsUser()).isZero();
        assertThat(own.runAsGroup()).isEqualTo(2000);
        assertThat(own.runAsNonRoot()).isFalse();
        assertThat(own.seccompType()).isEqualTo("Localhost");
        assertThat(own.seccompLocalhostProfile()).isEqualTo("p.json");
        assertThat(own.appArmorProfile()).isEqualTo("localhost/web");
    }

    @Test
    void readsTheSettingsThatOnlyAContainerHas() {
        SecurityContext context = Translated.container("""
                securityContext:
                  privileged: true
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  procMount: Unmasked
                  capabilities: {add: [CAP_SYS_ADMIN, net_raw], drop: [all]}
                """).security();

        assertThat(context.privileged()).isTrue();
        assertThat(context.allowPrivilegeEscalation()).isFalse();
        assertThat(context.readOnlyRootFilesystem()).isTrue();
        assertThat(context.procMount()).isEqualTo("Unmasked");
        assertThat(context.capabilitiesAdd()).containsExactly("SYS_ADMIN", "NET_RAW");
        assertThat(context.capabilitiesDrop()).containsExactly("ALL");
    }

    @Test
    void aQuotedTrueIsStillPrivileged() {
        assertThat(Translated.container("securityContext: {privileged: \"true\"}")
                        .security()
                        .privileged())
                .isTrue();
    }

    @Test
    void readsTheAnnotationsOfOlderReleases() {
        WorkloadSpec pod = Translated.one(WorkloadSpec.class, """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: p
                  annotations:
                    container.apparmor.security.beta.kubernetes.io/a: unconfined
                    seccomp.security.alpha.kubernetes.io/pod: docker/default
                    container.seccomp.security.alpha.kubernetes.io/b: localhost/x.json
                spec: {containers: [{name: a}, {name: b}]}
                """);

        SecurityContext a = pod.template().containers().get(0).security();
        SecurityContext b = pod.template().containers().get(1).security();
        assertThat(a.appArmorProfile()).isEqualTo("unconfined");
        assertThat(a.seccompType()).isEqualTo("RuntimeDefault");
        assertThat(b.appArmorProfile()).isNull();
        assertThat(b.seccompType()).isEqualTo("Localhost");
        assertThat(b.seccompLocalhostProfile()).isEqualTo("x.json");
    }
}
