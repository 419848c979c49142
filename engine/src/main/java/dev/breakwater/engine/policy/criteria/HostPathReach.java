package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;

/** Whether a path of the node can be reached through a mount: it, something above it, or something below it is mounted. */
final class HostPathReach extends Criterion<OfMount> {

    private static final ValueGrammar GRAMMAR = new ValueGrammar(
            ValueGrammar.Form.PATH,
            "Allowed: an absolute path such as /run/containerd/containerd.sock, up to " + TextPattern.MAX_LENGTH
                    + " characters.",
            List.of(),
            "/run/docker.sock");

    HostPathReach() {
        super(CriterionCard.of(
                "Host Path Reach",
                Level.MOUNT,
                GRAMMAR,
                "A path of the node that the container reaches through a mount: mounted itself, or by a folder above or"
                        + " below it."));
    }

    @Override
    public boolean appliesTo(OfMount of) {
        return of.volume().map(Volume::isHostPath).toOptional().orElse(true);
    }

    @Override
    public Condition<OfMount> condition(String value) {
        String text = value.strip();
        if (!text.startsWith("/") || text.length() > TextPattern.MAX_LENGTH) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
        String wanted = HostPaths.plain(text);
        return (of, asOf) -> Answer.of(
                of.volume().map(volume -> HostPaths.mounted(volume, of.mount())),
                path -> HostPaths.isWithin(path, wanted) || HostPaths.isWithin(wanted, path));
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        String path = of.volume()
                .map(volume -> HostPaths.mounted(volume, of.mount()))
                .toOptional()
                .orElse("");
        return new Sighting(Mounts.sentence(of, "is the path " + path + " of the node"), "hostPath", path, of.path());
    }
}
