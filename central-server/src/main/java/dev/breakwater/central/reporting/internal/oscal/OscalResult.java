package dev.breakwater.central.reporting.internal.oscal;

import static dev.breakwater.central.reporting.internal.oscal.OscalNames.id;
import static dev.breakwater.central.reporting.internal.oscal.OscalNames.line;
import static dev.breakwater.central.reporting.internal.oscal.OscalNames.prop;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.Attested;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.seal.Digests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One standard in one cluster, as a {@code result} of OSCAL 1.1.2. A control is satisfied only if it passed; what is unknown, or
 * that nobody attested, is not satisfied, with the reason {@code other} and the outcome beside it. What does not apply is
 * excluded from the reviewed controls.
 *
 * @param job the report, from which ids derive
 * @param decisions what people decided of the controls
 */
record OscalResult(
        String job,
        Standard standard,
        String cluster,
        Instant asOf,
        List<ControlResult> controls,
        OscalDecisions decisions) {

    private static final String EXPLAINED = "Outcome of the automated checks, or of an attestation, of Breakwater.";

    Map<String, Object> json() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("uuid", id(job, "result", standard.id(), cluster));
        result.put("title", line(standard.name() + " in the cluster " + cluster));
        result.put(
                "description",
                "What each control of " + standard.title() + " comes out as in the cluster " + cluster + ".");
        result.put("start", started().toString());
        result.put("end", asOf.toString());
        result.put(
                "props",
                List.of(
                        prop("standard", standard.id()),
                        prop("standard-version", standard.version()),
                        prop("cluster", cluster)));
        List<Map<String, Object>> items = items();
        if (!items.isEmpty()) {
            result.put("local-definitions", Map.of("inventory-items", items));
        }
        result.put("reviewed-controls", Map.of("control-selections", List.of(selection())));
        if (!controls.isEmpty()) {
            result.put(
                    "observations",
                    controls.stream()
                            .flatMap(control -> Stream.concat(Stream.of(observation(control)), words(control)))
                            .toList());
        }
        List<Map<String, Object>> risks = risks();
        if (!risks.isEmpty()) {
            result.put("risks", risks);
        }
        List<Map<String, Object>> findings = controls.stream()
                .filter(control -> control.outcome() != Outcome.NOT_APPLICABLE)
                .map(this::finding)
                .toList();
        if (!findings.isEmpty()) {
            result.put("findings", findings);
        }
        return result;
    }

    private Stream<Map<String, Object>> words(ControlResult control) {
        return decisions.words(control).stream()
                .map(word -> OscalDecisions.observation(wordId(control, word), control, word));
    }

    private String wordId(ControlResult control, Attestation word) {
        return id(job, "word", control.id().toString(), word.id().toString());
    }

    /** One for each exception, whichever controls it touches. */
    private List<Map<String, Object>> risks() {
        Map<ControlException, List<String>> touched = new LinkedHashMap<>();
        for (ControlResult control : controls) {
            decisions
                    .exceptions(standard, control)
                    .forEach(one -> touched.computeIfAbsent(one, none -> new ArrayList<>())
                            .add(observationId(control)));
        }
        return touched.entrySet().stream()
                .map(entry -> OscalDecisions.risk(riskId(entry.getKey()), entry.getKey(), entry.getValue()))
                .toList();
    }

    private String riskId(ControlException one) {
        return id(job, "risk", standard.id(), cluster, one.id().toString());
    }

    private Instant started() {
        return controls.stream()
                .map(ControlResult::evaluatedAt)
                .min(Comparator.naturalOrder())
                .filter(first -> first.isBefore(asOf))
                .orElse(asOf);
    }

    private Map<String, Object> selection() {
        Map<String, Object> selection = new LinkedHashMap<>();
        List<Map<String, String>> reviewed = new ArrayList<>();
        List<Map<String, String>> excluded = new ArrayList<>();
        for (ControlResult control : controls) {
            (control.outcome() == Outcome.NOT_APPLICABLE ? excluded : reviewed)
                    .add(Map.of("control-id", token(control)));
        }
        if (reviewed.isEmpty()) {
            selection.put("description", "No control was assessed: none of them applies.");
            selection.put("include-all", Map.of());
        } else {
            selection.put("include-controls", reviewed);
        }
        if (!excluded.isEmpty()) {
            selection.put("exclude-controls", excluded);
            selection.put("remarks", "The excluded controls speak of nothing that is in this cluster.");
        }
        return selection;
    }

    private List<Map<String, Object>> items() {
        Map<String, Map<String, Object>> items = new LinkedHashMap<>();
        for (ControlResult control : controls) {
            for (Sample sample : control.evidence()) {
                items.computeIfAbsent(id(sample.objectId()), known -> {
                    Map<String, Object> item = new LinkedHashMap<>();
                    item.put("uuid", known);
                    item.put("description", line(sample.kind() + " " + place(sample)));
                    item.put("props", List.of(prop("kind", sample.kind()), prop("name", place(sample))));
                    return item;
                });
            }
        }
        return List.copyOf(items.values());
    }

    private static String place(Sample sample) {
        return sample.namespace().isEmpty() ? sample.name() : sample.namespace() + "/" + sample.name();
    }

    private Map<String, Object> observation(ControlResult control) {
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("uuid", observationId(control));
        observation.put("title", line(control.control() + " " + control.title()));
        observation.put("description", summary(control));
        List<Map<String, Object>> props = new ArrayList<>();
        props.add(prop("outcome", control.outcome().name()));
        props.add(prop("passed", String.valueOf(control.passed())));
        props.add(prop("failed", String.valueOf(control.failed())));
        props.add(prop("unknown", String.valueOf(control.unknown())));
        props.add(prop("excepted", String.valueOf(control.excepted())));
        props.add(prop("not-applicable", String.valueOf(control.notApplicable())));
        Attested word = control.attested();
        if (word != null) {
            props.add(prop("attested-by", word.by()));
            props.add(prop("attested-until", word.until().toString()));
        }
        observation.put("props", props);
        boolean asked = control.outcome() == Outcome.MANUAL || control.tally().counted() == 0;
        observation.put("methods", List.of(asked ? "INTERVIEW" : "TEST"));
        observation.put("types", List.of("finding"));
        List<Map<String, Object>> subjects = control.evidence().stream()
                .map(sample -> id(sample.objectId()))
                .distinct()
                .map(subject -> Map.<String, Object>of("subject-uuid", subject, "type", "inventory-item"))
                .toList();
        if (!subjects.isEmpty()) {
            observation.put("subjects", subjects);
        }
        if (!control.evidence().isEmpty()) {
            observation.put(
                    "relevant-evidence",
                    control.evidence().stream().map(OscalResult::evidence).toList());
        }
        observation.put("collected", control.evaluatedAt().toString());
        return observation;
    }

    private static Map<String, Object> evidence(Sample sample) {
        List<Map<String, Object>> props = new ArrayList<>();
        props.add(prop("check", sample.check()));
        props.add(prop("outcome", sample.outcome().name()));
        props.add(prop("object", sample.kind() + " " + place(sample)));
        add(props, "field", sample.field());
        add(props, "found", sample.found());
        add(props, "expected", sample.expected());
        add(props, "path", sample.path());
        props.add(prop("observed-at", sample.observedAt().toString()));
        if (sample.exceptionId() != null) {
            props.add(prop("exception", id(sample.exceptionId())));
        }
        // Of the evidence as it is kept, so that it can be held against what central tells later.
        props.add(prop("sha256", digest(sample)));
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("description", line(sample.message().isEmpty() ? sample.check() : sample.message()));
        evidence.put("props", props);
        return evidence;
    }

    /** SHA-256 of an evidence in JSON. */
    static String digest(Sample sample) {
        return Digests.sha256(JsonMapper.shared().writeValueAsBytes(sample));
    }

    private static void add(List<Map<String, Object>> props, String name, String value) {
        if (!value.isBlank()) {
            props.add(prop(name, value));
        }
    }

    private Map<String, Object> finding(ControlResult control) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("state", control.outcome() == Outcome.PASS ? "satisfied" : "not-satisfied");
        status.put("reason", reason(control.outcome()));
        status.put("remarks", summary(control));
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("type", "objective-id");
        target.put("target-id", token(control));
        target.put("title", line(control.title()));
        target.put("status", status);
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("uuid", id(job, "finding", control.id().toString()));
        finding.put("title", line(control.control() + " " + control.title()));
        finding.put("description", EXPLAINED);
        finding.put("props", List.of(prop("outcome", control.outcome().name())));
        finding.put("target", target);
        finding.put(
                "related-observations",
                Stream.concat(
                                Stream.of(observationId(control)),
                                decisions.words(control).stream().map(word -> wordId(control, word)))
                        .map(uuid -> Map.of("observation-uuid", uuid))
                        .toList());
        List<Map<String, String>> risks = decisions.exceptions(standard, control).stream()
                .map(one -> Map.of("risk-uuid", riskId(one)))
                .toList();
        if (!risks.isEmpty()) {
            finding.put("related-risks", risks);
        }
        return finding;
    }

    private static String reason(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case UNKNOWN, MANUAL, EXCEPTED, NOT_APPLICABLE -> "other";
        };
    }

    private static String summary(ControlResult control) {
        String words = switch (control.outcome()) {
            case PASS -> passed(control);
            case FAIL -> "Failed";
            case UNKNOWN -> "Unknown, which is no pass: some of the evidence is missing, old or could not be read";
            case MANUAL -> "No tool can see it, and nobody attests it at present";
            case EXCEPTED -> "Fails where people decided for a time not to count it, which is no pass";
            case NOT_APPLICABLE -> "Does not apply: there is nothing that it speaks of";
        };
        return words + ". Answers of objects: " + control.passed() + " passed, " + control.failed() + " failed, "
                + control.unknown() + " unknown, " + control.excepted() + " excepted, " + control.notApplicable()
                + " not applicable; it comes out so since "
                + control.since() + ".";
    }

    private static String passed(ControlResult control) {
        Attested word = control.attested();
        return word == null
                ? "Passed"
                : "Passed " + (control.tally().counted() == 0 ? "on" : "by what was measured and on") + " the word of "
                        + word.by() + ", which holds until " + word.until();
    }

    private String observationId(ControlResult control) {
        return id(job, "observation", control.id().toString());
    }

    private String token(ControlResult control) {
        return OscalNames.control(standard.id(), control.control());
    }
}
