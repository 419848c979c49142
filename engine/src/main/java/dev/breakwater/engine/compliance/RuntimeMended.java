package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.compliance.Check.Subject;
import dev.breakwater.engine.model.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NIST SP 800-190 §4.4.1: the container runtime, by the version that the kubelet reports, is none in which a vulnerability is known to
 * be mended by a later one. That there is none says something only while the list of them is young.
 */
final class RuntimeMended implements NodeCheck {

    /** From when on the list may lack something that everybody else knows. */
    static final Duration LIST_HOLDS = Duration.ofDays(120);

    private static final String FIELD = "status.nodeInfo.containerRuntimeVersion";
    private static final Pattern VERSION = Pattern.compile("([a-z-]+)://v?(\\d{1,6}(?:\\.\\d{1,6}){1,3})(.*)");
    /** A release candidate is before its release, which the numbers do not say. */
    private static final Pattern PLAIN = Pattern.compile("|\\+(?:incompatible|k3s\\d+)|-k3s\\d+(?:\\.\\d+)*");

    private static final int SHOWN = 3;

    private static final Check CARD = new Check(
            "node-runtime-mended",
            "The container runtime of each node has no vulnerability that a later version mends",
            Subject.NODE,
            "Upgrade the container runtime of the node to the version that is named, node by node: drain, upgrade, let it back in.",
            true);

    private final JsonNode fixes = Documents.tree("runtime-fixes.yaml");

    /** A vulnerability with the version that mends it. */
    private record Known(String id, String fixed) {}

    @Override
    public Check card() {
        return CARD;
    }

    @Override
    public CheckResult judge(Node node, Instant asOf) {
        String said = node.containerRuntime().strip();
        Matcher version = VERSION.matcher(said);
        if (!version.matches()) {
            return answer(
                    Outcome.UNKNOWN, said, "", "The kubelet does not say which version of which runtime it uses.");
        }
        JsonNode of = fixes.required("runtimes").path(version.group(1));
        if (of.isMissingNode()) {
            return answer(Outcome.UNKNOWN, said, "", "Nothing is known here of the runtime " + version.group(1) + ".");
        }
        if (!PLAIN.matcher(version.group(3)).matches()) {
            return answer(
                    Outcome.UNKNOWN,
                    said,
                    "",
                    said + " is somebody's own build: which vulnerabilities it mends cannot be told from its number.");
        }
        List<Known> known = known(of, numbers(version.group(2)));
        if (!known.isEmpty()) {
            String fixed = known.stream()
                    .map(Known::fixed)
                    .max((one, other) -> Arrays.compare(numbers(one), numbers(other)))
                    .orElse("");
            return answer(
                    Outcome.FAIL,
                    said,
                    fixed + " or later",
                    said + " has " + words(known) + ", mended in " + fixed + ".");
        }
        LocalDate list = LocalDate.parse(fixes.required("asOf").asText());
        Instant end = list.atStartOfDay(ZoneOffset.UTC).toInstant().plus(LIST_HOLDS);
        String none = "No vulnerability of " + said + " is in the list of " + list;
        return end.isAfter(asOf)
                ? new CheckResult(CARD.id(), Outcome.PASS, List.of(new Evidence(FIELD, said, "", "", none + ".")), end)
                : answer(Outcome.UNKNOWN, said, "", none + ", which is too old to say that there is none.");
    }

    private static List<Known> known(JsonNode of, int[] version) {
        List<Known> known = new ArrayList<>();
        of.properties()
                .forEach(entry -> fixedIn(entry.getValue(), version)
                        .ifPresent(fixed -> known.add(new Known(entry.getKey(), fixed))));
        return known;
    }

    private static Optional<String> fixedIn(JsonNode ranges, int[] version) {
        for (JsonNode range : ranges) {
            String fixed = range.get(1).asText();
            if (Arrays.compare(version, numbers(range.get(0).asText())) >= 0
                    && Arrays.compare(version, numbers(fixed)) < 0) {
                return Optional.of(fixed);
            }
        }
        return Optional.empty();
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static String words(List<Known> known) {
        List<String> ids = known.stream().map(Known::id).toList().reversed();
        return String.join(", ", ids.stream().limit(SHOWN).toList())
                + (ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "");
    }

    private static CheckResult answer(Outcome outcome, String found, String expected, String says) {
        return new CheckResult(CARD.id(), outcome, List.of(new Evidence(FIELD, found, expected, "", says)), null);
    }
}
