package dev.breakwater.engine.model;

/** A namespace; its labels and annotations are facts of every workload in it. */
public record Namespace(ObjectMeta meta) implements ClusterObject {

    @Override
    public ObjectKind kind() {
        return ObjectKind.NAMESPACE;
    }

    @Override
    public String kindName() {
        return "Namespace";
    }
}
