package dev.breakwater.cli.policy;

import dev.breakwater.cli.policy.PolicyFolder.Text;
import dev.breakwater.cli.policy.PolicyTest.Expected;
import dev.breakwater.engine.check.ManifestCheck;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.UnknownFact;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import dev.breakwater.manifests.ManifestFile;
import dev.breakwater.manifests.ManifestFile.Located;
import dev.breakwater.manifests.check.ManifestInput;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Judges the objects of tests by their policies, as a pipeline would. */
public final class PolicyTests {

    /**
     * What became of a test.
     *
     * @param why it failed, empty if it did not
     */
    public record Result(PolicyTest test, Expected found, String why) {

        public boolean passed() {
            return why.isEmpty();
        }
    }

    private final List<Policy> policies;

    /** @param policies those that tests may name, the nearer ones first */
    public PolicyTests(Collection<Policy> policies) {
        this.policies = List.copyOf(policies);
    }

    /** @throws IOException if a test, or what it names, cannot be read */
    public List<Result> run(List<Text> files) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Text file : files) {
            ManifestFile read = ManifestFile.parse(file.text(), file.name());
            if (!read.problems().isEmpty()) {
                throw new IOException(read.problems().getFirst().toString());
            }
            for (Located located : read.objects()) {
                if (!located.object().path("kind").asString("").equals(PolicyTest.KIND)) {
                    throw new IOException(file.name() + ":" + located.line() + ": kind is '"
                            + located.object().path("kind").asString("") + "'; allowed: " + PolicyTest.KIND);
                }
                results.add(run(PolicyTest.read(located, file.name()), file.file()));
            }
        }
        return results;
    }

    private Result run(PolicyTest test, Path file) throws IOException {
        Policy policy = policies.stream()
                .filter(each -> each.name().equals(test.policy())
                        || each.id().toString().equalsIgnoreCase(test.policy()))
                .findFirst()
                .orElseThrow(() -> new IOException(test.where() + ": policy is '" + test.policy()
                        + "'; allowed: the name or the id of a policy of" + " the files, or of a built-in one"));
        ManifestInput input = input(test, file);
        if (!input.unreadable().isEmpty()) {
            throw new IOException(test.where() + ": " + input.unreadable().getFirst());
        }
        ManifestCheck.Report report = new ManifestCheck(
                        CompiledPolicies.compile(List.of(policy.switchedOn())),
                        new RedactingGuard(new KeyedHash(SecureRandom.getSeed(32))),
                        test.complete() ? Absence.IS_A_FACT : Absence.IS_UNKNOWN)
                .check(test.cluster(), input.objects(), Objects.requireNonNullElseGet(test.asOf(), Instant::now));
        if (!report.unreadable().isEmpty()) {
            throw new IOException(
                    test.where() + ": " + report.unreadable().getFirst().why());
        }
        List<Verdict> verdicts = report.judged().stream()
                .flatMap(judged -> judged.verdicts().stream())
                .toList();
        return result(test, verdicts);
    }

    private static Result result(PolicyTest test, List<Verdict> verdicts) {
        Expected found = found(verdicts);
        if (verdicts.isEmpty()) {
            return new Result(test, found, "none of its objects is judged by the policy when it is deployed");
        }
        String said = said(verdicts, found);
        if (found != test.expect()) {
            String more = said.isEmpty() ? "" : ": " + said;
            return new Result(test, found, "expected " + test.expect().word() + ", found " + found.word() + more);
        }
        boolean silentOnIt = !test.message().isEmpty() && !said.contains(test.message());
        return new Result(test, found, silentOnIt ? "expected '" + test.message() + "' in what it says: " + said : "");
    }

    private static Expected found(List<Verdict> verdicts) {
        if (verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.VIOLATED)) {
            return Expected.FIRES;
        }
        boolean unknown = verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.UNKNOWN);
        return unknown ? Expected.UNKNOWN : Expected.SILENT;
    }

    private static String said(List<Verdict> verdicts, Expected found) {
        Stream<String> words = found == Expected.FIRES
                ? verdicts.stream()
                        .flatMap(verdict -> verdict.evidence().stream())
                        .map(Evidence::message)
                : verdicts.stream()
                        .flatMap(verdict -> verdict.unknown().stream())
                        .map(UnknownFact::detail);
        return words.distinct().limit(10).collect(Collectors.joining(" "));
    }

    private static ManifestInput input(PolicyTest test, Path file) throws IOException {
        if (test.objects().isEmpty()) {
            List<String> paths = test.manifests().stream()
                    .map(name -> file.resolveSibling(name).toString())
                    .toList();
            return ManifestInput.read(paths, InputStream.nullInputStream());
        }
        ObjectNode list = JsonMapper.shared().createObjectNode();
        list.put("apiVersion", "v1").put("kind", "List").putArray("items").addAll(test.objects());
        return ManifestInput.of(test.where(), JsonMapper.shared().writeValueAsString(list));
    }
}
