package dev.breakwater.cli.central;

import dev.breakwater.manifests.check.ManifestInput;
import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Subject;
import dev.breakwater.manifests.check.Report.Unknown;
import dev.breakwater.manifests.check.Report.Unreadable;
import dev.breakwater.manifests.check.ReportJson;
import dev.breakwater.manifests.check.WithoutSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets central judge manifests. It is sent the objects, not the files: without what secrets hold, which no policy reads. Where
 * things stand is looked up here, in the files as they were written.
 */
public final class CentralCheck {

    /**
     * What central says.
     *
     * @param answer as it was received
     */
    public record Judged(Report report, JsonNode answer) {}

    private final CentralClient central;

    public CentralCheck(CentralClient central) {
        this.central = central;
    }

    /**
     * Judges.
     *
     * @param query the parameters of the call, such as the cluster
     * @throws IOException if central is not reached, refuses, or answers with something else than a report of these objects
     */
    public Judged check(ManifestInput input, Map<String, String> query) throws IOException {
        JsonNode answer =
                central.send("POST", "/api/v1/checks/manifests", query, "application/json", body(input.objects()));
        try {
            Report report = ReportJson.read(answer);
            if (report.objects() != input.objects().size()) {
                throw new CentralFailure(
                        0,
                        "central read " + report.objects() + " objects of "
                                + input.objects().size() + "; is it of another version?");
            }
            return new Judged(placed(report, input), answer);
        } catch (IllegalArgumentException e) {
            throw new CentralFailure(
                    "central answered with something else than a report; is it of another version?", e);
        }
    }

    private static byte[] body(List<JsonNode> objects) {
        ObjectNode list = JsonMapper.shared().createObjectNode();
        list.put("apiVersion", "v1").put("kind", "List");
        ArrayNode items = list.putArray("items");
        objects.forEach(object -> items.add(WithoutSecrets.of(object)));
        return JsonMapper.shared().writeValueAsString(list).getBytes(StandardCharsets.UTF_8);
    }

    private static Report placed(Report report, ManifestInput input) {
        List<Unreadable> unreadable = new ArrayList<>(input.unreadable());
        report.unreadable().stream().map(each -> placed(each, input)).forEach(unreadable::add);
        return new Report(
                report.findings().stream().map(each -> placed(each, input)).toList(),
                report.unknown().stream()
                        .map(each -> new Unknown(
                                each.policy(), each.severity(), placed(each.object(), input), each.missing()))
                        .toList(),
                unreadable,
                report.objects(),
                report.policies());
    }

    private static Finding placed(Finding finding, ManifestInput input) {
        int index = finding.object().index();
        return new Finding(
                finding.policy(),
                finding.severity(),
                placed(finding.object(), input),
                finding.message(),
                finding.evidence().stream()
                        .map(proof -> placed(proof, index, input))
                        .toList(),
                finding.known());
    }

    private static Proof placed(Proof proof, int index, ManifestInput input) {
        return new Proof(
                proof.message(),
                proof.criterion(),
                proof.container(),
                proof.field(),
                proof.found(),
                proof.forbidden(),
                proof.path(),
                input.lineOf(index, proof.path()));
    }

    private static Subject placed(Subject object, ManifestInput input) {
        if (object.index() < 0 || object.index() >= input.objects().size()) {
            throw new IllegalArgumentException("no object has the index " + object.index());
        }
        return new Subject(
                object.kind(),
                object.namespace(),
                object.name(),
                input.fileOf(object.index()),
                input.lineOf(object.index(), ""),
                object.index());
    }

    private static Unreadable placed(Unreadable unreadable, ManifestInput input) {
        Integer index = unreadable.index();
        return index == null || index < 0 || index >= input.objects().size()
                ? unreadable
                : new Unreadable(input.fileOf(index), input.lineOf(index, ""), unreadable.problem(), index);
    }
}
