package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A level of the Pod Security Standards, or one field of it, that a workload ought to keep and does not. */
final class PodSecurityStandard extends Criterion<OfWorkload> {

    private static final int SHOWN = 5;
    private static final List<String> CHOICES = Stream.concat(
                    Stream.of("BASELINE", "RESTRICTED"),
                    Stream.of(PodSecurityField.values()).map(field -> field.level() + "/" + field.name()))
            .toList();

    private static final ValueGrammar GRAMMAR = new ValueGrammar(
            ValueGrammar.Form.CHOICE,
            "Allowed: BASELINE, RESTRICTED (which includes BASELINE), or one field such as RESTRICTED/RUN_AS_NON_ROOT.",
            CHOICES,
            "BASELINE");

    private static final Map<String, List<PodSecurityField>> FIELDS =
            CHOICES.stream().collect(Collectors.toUnmodifiableMap(word -> word, PodSecurityStandard::meantBy));

    PodSecurityStandard() {
        super(CriterionCard.of(
                "Pod Security Standard",
                Level.WORKLOAD,
                GRAMMAR,
                "A level of the Kubernetes Pod Security Standards, or one field of it, that the pods break; field by field as of"
                        + " Kubernetes 1.33."));
    }

    @Override
    public Condition<OfWorkload> condition(String value) {
        List<PodSecurityField> fields = fields(value);
        boolean readsVolumes =
                fields.contains(PodSecurityField.HOST_PATH_VOLUMES) || fields.contains(PodSecurityField.VOLUME_TYPES);
        return (of, asOf) -> {
            for (PodSecurityField field : fields) {
                if (field.isBroken(of.workload())) {
                    return Answer.YES;
                }
            }
            return readsVolumes && PodSecurityField.hasUndeclaredVolume(of.workload())
                    ? Answer.unknown(
                            UnknownReason.UNRESOLVED, "A container mounts a volume that the pod does not declare.")
                    : Answer.NO;
        };
    }

    private static List<PodSecurityField> fields(String value) {
        String word = value.strip().toUpperCase(Locale.ROOT);
        if (!CHOICES.contains(word)) {
            throw new ValueRejected(GRAMMAR.allowed());
        }
        return Objects.requireNonNull(FIELDS.get(word));
    }

    private static List<PodSecurityField> meantBy(String word) {
        return Stream.of(PodSecurityField.values())
                .filter(field -> word.equals("RESTRICTED")
                        || word.equals(field.level())
                        || word.equals(field.level() + "/" + field.name()))
                .toList();
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        List<String> broken = group.values().stream()
                .flatMap(value -> fields(value).stream())
                .distinct()
                .flatMap(field -> field.breaches(of.workload()))
                .toList();
        String shown = broken.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return new Sighting(
                broken.isEmpty()
                        ? "The workload keeps " + String.join(" and ", group.values()) + "."
                        : "The workload breaks the standard in " + broken.size() + " points: " + shown
                                + (broken.size() > SHOWN ? " and more." : "."),
                "podSecurity",
                shown,
                of.workload().spec().template().path());
    }
}
