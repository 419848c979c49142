package dev.breakwater.central.fleet.internal.enrolment;

/**
 * The commands that bring a sensor into a cluster. Everything put in is of a closed alphabet (a DNS label, an address), so
 * nothing needs quoting. The token is in none of them: a command line is seen by other processes and kept by the shell. Each
 * reads it from the file that {@link #tokenFile} writes. Paths are those of a checkout: the chart, and what it renders for who
 * has no Helm.
 */
record InstallCommands(String address, String cluster, String chartRepository) {

    private static final String FILE = "breakwater-token.txt";
    private static final String SECRET = "breakwater-sensor-enrolment";

    /** Writes what is pasted to a file that only its owner reads. */
    String tokenFile() {
        return "(umask 077 && cat > " + FILE + ")";
    }

    String helm() {
        return secret() + "\nhelm upgrade --install breakwater-sensor ./helm/sensor --namespace breakwater"
                + " --set central.address=" + address
                + " --set cluster.name=" + cluster
                + " --set enrolment.existingSecret=" + SECRET;
    }

    String kubectl() {
        return secret() + " --from-literal=central=" + address + " --from-literal=cluster=" + cluster
                + "\nkubectl apply -f deploy/sensor.yaml";
    }

    String sensor() {
        return "java -jar sensor-agent.jar" + who() + " --kubeconfig ~/.kube/config";
    }

    String manifests() {
        return "java -jar sensor-agent.jar" + who() + " --manifests ./manifests --once";
    }

    /** Puts the token where the sensor reads it, beside whatever is kept in Git. */
    String secretCommand() {
        return secret();
    }

    /** An Application of Argo CD that installs the chart; it names the Secret of {@link #secretCommand} and holds no token. */
    String argoCd() {
        return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: breakwater-sensor-%1$s
                  namespace: argocd
                spec:
                  project: default
                  destination:
                    server: https://kubernetes.default.svc
                    namespace: breakwater
                  source:
                    repoURL: %3$s
                    targetRevision: HEAD
                    path: helm/sensor
                    helm:
                      releaseName: breakwater-sensor
                      valuesObject:
                        central:
                          address: %2$s
                        cluster:
                          name: %1$s
                        enrolment:
                          existingSecret: %4$s
                  syncPolicy:
                    automated:
                      prune: true
                      selfHeal: true
                    syncOptions: [CreateNamespace=true]
                """.formatted(cluster, address, chartRepository, SECRET).stripTrailing();
    }

    private String who() {
        return " --central " + address + " --cluster " + cluster + " --token-file " + FILE;
    }

    private static String secret() {
        return "kubectl create namespace breakwater\nkubectl --namespace breakwater create secret generic " + SECRET
                + " --from-file=token=" + FILE;
    }
}
