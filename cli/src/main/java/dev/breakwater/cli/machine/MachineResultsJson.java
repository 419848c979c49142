package dev.breakwater.cli.machine;

import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as one JSON document; the names are an interface that pipelines rely on. */
public final class MachineResultsJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MachineResultsJson() {}

    private record Document(
            String standard, String machine, Instant collectedAt, Summary summary, List<Control> results) {}

    private record Summary(long passed, long failed, long unknown, long manual, long notApplicable, int percent) {}

    private record Control(String control, String title, Outcome outcome, List<MachineResults.Proof> evidence) {}

    public static void write(MachineResults results, Appendable out) throws IOException {
        Tally tally = results.tally();
        out.append(JSON.writeValueAsString(new Document(
                        results.standard().id(),
                        results.evidence().machine().hostname(),
                        results.evidence().collectedAt(),
                        new Summary(
                                tally.passed(),
                                tally.failed(),
                                tally.unknown(),
                                tally.manual(),
                                tally.notApplicable(),
                                tally.percent()),
                        results.all().stream()
                                .map(one -> new Control(one.control(), one.title(), one.outcome(), one.evidence()))
                                .toList())))
                .append('\n');
    }
}
