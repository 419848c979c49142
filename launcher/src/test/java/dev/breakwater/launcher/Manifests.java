package dev.breakwater.launcher;

/** Manifests as small as a test can use them. */
final class Manifests {

    private Manifests() {}

    static String namespace(String name) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: %s
                """.formatted(name);
    }

    static String deployment(String namespace, String name, String image, boolean privileged) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %2$s
                  namespace: %1$s
                spec:
                  replicas: 1
                  selector:
                    matchLabels: {app: %2$s}
                  template:
                    metadata:
                      labels: {app: %2$s}
                    spec:
                      containers:
                        - name: main
                          image: %3$s
                          securityContext:
                            privileged: %4$s
                """.formatted(namespace, name, image, privileged);
    }
}
