package dev.breakwater.engine.policy;

import dev.breakwater.engine.check.ManifestCheck;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.OpenGuard;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For each policy about objects manifests that violate it, and manifests that do not. */
final class ObjectPolicyCases {

    /** One policy's manifests. */
    record Case(String bad, String good) {}

    private ObjectPolicyCases() {}

    /** Sections begin with {@code #= name}; what fires stands before {@code #-}, what does not after it. */
    static Map<String, Case> read() {
        try (InputStream in = ObjectPolicyCases.class.getResourceAsStream("object-policies.yaml")) {
            Map<String, Case> cases = new LinkedHashMap<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.split("(?m)^#= ")) {
                int end = part.indexOf('\n');
                if (end > 0) {
                    String[] manifests = part.substring(end).split("(?m)^#-$", 2);
                    cases.put(part.substring(0, end).strip(), new Case(manifests[0], manifests[1]));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Outcome> judged(Policy policy, String manifests, Absence absence) {
        Manifests.Reading reading = Manifests.read(manifests);
        if (!reading.problems().isEmpty() || reading.objects().isEmpty()) {
            throw new IllegalStateException(reading.problems() + " in " + manifests);
        }
        return new ManifestCheck(CompiledPolicies.compile(List.of(policy.switchedOn())), OpenGuard.OPEN, absence)
                .check(reading.objects(), ContainerFixture.NOW).judged().stream()
                        .flatMap(judged -> judged.verdicts().stream())
                        .map(Verdict::outcome)
                        .toList();
    }
}
