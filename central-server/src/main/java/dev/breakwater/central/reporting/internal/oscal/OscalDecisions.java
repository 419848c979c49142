package dev.breakwater.central.reporting.internal.oscal;

import static dev.breakwater.central.reporting.internal.oscal.OscalNames.id;
import static dev.breakwater.central.reporting.internal.oscal.OscalNames.line;
import static dev.breakwater.central.reporting.internal.oscal.OscalNames.prop;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.Attestations.Holding;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.engine.compliance.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people decided of controls, as OSCAL says it: a word that is given for a control is an observation of its own that expires; what
 * is not counted as failing for a time is a risk with an approved deviation and a deadline.
 *
 * @param words those that hold, by standard and control
 * @param exceptions those that hold, by cluster
 */
record OscalDecisions(Map<String, List<Attestation>> words, Map<UUID, List<ControlException>> exceptions) {

    /** Those that hold as of a report. */
    static OscalDecisions of(ReportContext context, Attestations attestations, ControlExceptions exceptions) {
        Map<String, List<Attestation>> words = attestations.holding(context.asOf(), context.scope()).stream()
                .collect(Collectors.groupingBy(
                        one -> key(one.standard(), one.control()),
                        Collectors.mapping(Holding::attestation, Collectors.toList())));
        List<ControlException> all = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<ControlException> page = exceptions.list(
                    new ListRequest("state:approved", "", ListRequest.MAX_PAGE_SIZE, token), context.scope());
            page.items().stream().filter(one -> one.holds(context.asOf())).forEach(all::add);
            token = page.nextPageToken();
        } while (token != null);
        return new OscalDecisions(words, all.stream().collect(Collectors.groupingBy(ControlException::clusterId)));
    }

    private static String key(String standard, String control) {
        return standard + '\n' + control;
    }

    /** The words that are given for a control in its cluster. */
    List<Attestation> words(ControlResult control) {
        return words.getOrDefault(key(control.standard(), control.control()), List.of()).stream()
                .filter(one -> one.clusterId() == null || one.clusterId().equals(control.clusterId()))
                .toList();
    }

    /** The exceptions by which answers of a control are not counted as failing. */
    List<ControlException> exceptions(Standard standard, ControlResult control) {
        if (control.excepted() == 0) {
            return List.of();
        }
        List<String> checks = standard.control(control.control())
                .map(Standard.Control::checks)
                .orElse(List.of());
        return exceptions.getOrDefault(control.clusterId(), List.of()).stream()
                .filter(one -> one.checks().stream().anyMatch(checks::contains))
                .toList();
    }

    /** A word as an observation, whose id is that of the observation. */
    static Map<String, Object> observation(String id, ControlResult control, Attestation word) {
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("uuid", id);
        observation.put("title", line("Attestation of " + control.control() + " " + control.title()));
        observation.put("description", line(word.statement()));
        observation.put(
                "props",
                List.of(
                        prop("attested-by", word.attestedBy()),
                        prop("attested-for", word.standard() + " " + word.control()),
                        prop("attested-in", word.clusterId() == null ? "all clusters" : control.cluster())));
        observation.put("methods", List.of("INTERVIEW"));
        observation.put("types", List.of("control-objective"));
        AttestationFile file = word.file();
        if (file != null) {
            observation.put(
                    "relevant-evidence",
                    List.of(Map.of(
                            "description",
                            line("The file " + file.name() + " that goes with it."),
                            "props",
                            List.of(
                                    prop("file", file.name()),
                                    prop("media-type", file.mediaType()),
                                    prop("size", String.valueOf(file.size())),
                                    prop("sha256", file.sha256())))));
        }
        observation.put("collected", word.attestedAt().toString());
        observation.put("expires", word.validUntil().toString());
        return observation;
    }

    /** An exception as a risk. */
    static Map<String, Object> risk(String id, ControlException one, List<String> observations) {
        String object = (one.kind() + " " + one.name()).strip();
        String place =
                "the cluster " + one.cluster() + (one.namespace().isEmpty() ? "" : ", namespace " + one.namespace());
        List<Map<String, Object>> props = new ArrayList<>();
        props.add(prop("exception", id(one.id())));
        props.add(prop("checks", String.join(" ", one.checks())));
        props.add(prop("place", place));
        props.add(prop("object", object.isEmpty() ? "every object" : object));
        props.add(prop("asked-by", one.requestedBy()));
        props.add(prop("asked-at", one.requestedAt().toString()));
        props.add(prop("approved-by", one.decidedBy()));
        if (one.decidedAt() != null) {
            props.add(prop("approved-at", one.decidedAt().toString()));
        }
        Map<String, Object> risk = new LinkedHashMap<>();
        risk.put("uuid", id);
        risk.put("title", line("Excepted: " + (object.isEmpty() ? "every object" : object) + " in " + place));
        risk.put(
                "description",
                line("It fails " + String.join(", ", one.checks())
                        + " and is not counted as failing until its deadline."));
        risk.put("statement", line(one.reason()));
        risk.put("props", props);
        risk.put("status", "deviation-approved");
        risk.put("deadline", one.endsAt().toString());
        risk.put(
                "related-observations",
                observations.stream()
                        .map(uuid -> Map.of("observation-uuid", uuid))
                        .toList());
        return risk;
    }
}
