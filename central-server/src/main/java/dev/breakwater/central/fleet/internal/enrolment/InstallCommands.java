package dev.breakwater.central.fleet.internal.enrolment;

/**
 * The commands that bring a sensor into a cluster. Everything put in is of a closed alphabet (a DNS label, an address, a
 * token), so nothing needs quoting. Paths are those of a checkout: the chart, and what it renders for who has no Helm.
 */
record InstallCommands(String address, String cluster, String token) {

    String helm() {
        return "helm upgrade --install breakwater-sensor ./helm/sensor --namespace breakwater --create-namespace"
                + " --set central.address=" + address
                + " --set cluster.name=" + cluster
                + " --set enrolment.token=" + token;
    }

    String kubectl() {
        return "kubectl create namespace breakwater; kubectl --namespace breakwater create secret generic"
                + " breakwater-sensor-enrolment"
                + " --from-literal=central=" + address
                + " --from-literal=cluster=" + cluster
                + " --from-literal=token=" + token
                + "; kubectl apply -f deploy/sensor.yaml";
    }

    String sensor() {
        return "java -jar sensor-agent.jar --central " + address + " --cluster " + cluster + " --token " + token
                + " --kubeconfig ~/.kube/config";
    }
}
