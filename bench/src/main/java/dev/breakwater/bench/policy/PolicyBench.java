package dev.breakwater.bench.policy;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.expression.WorkloadExpression;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The same rules three ways, of one workload after the other and of a whole fleet; and all built-in policies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PolicyBench {

    private static final int FLEET = 15_000;
    private static final int SEEN_IN_TURN = 256;
    private static final int ROUNDS = 5_000;
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private List<Workload> fleet = List.of();
    private List<Map<String, Object>> facts = List.of();
    private List<WorkloadExpression> expressions = List.of();
    private CompiledPolicies same = CompiledPolicies.compile(List.of());
    private CompiledPolicies quarter = same;
    private CompiledPolicies all = same;
    private int turn;

    /** Everything is compiled once, and the facts that expressions see are made before the clock runs. */
    @Setup
    public void setUp() {
        Map<String, Policy> byName = deployPolicies().stream().collect(Collectors.toMap(Policy::name, p -> p));
        fleet = JudgedFleet.of(FLEET);
        facts = fleet.stream()
                .limit(SEEN_IN_TURN)
                .map(WorkloadExpression::facts)
                .toList();
        expressions = Rules.ALL.stream()
                .map(rule -> WorkloadExpression.compile(rule.expression()))
                .toList();
        same = CompiledPolicies.compile(
                Rules.ALL.stream().map(rule -> byName.get(rule.policy())).toList());
        List<Policy> every = deployPolicies();
        all = CompiledPolicies.compile(every);
        quarter = CompiledPolicies.compile(every.subList(0, every.size() / 4));
    }

    private static List<Policy> deployPolicies() {
        return BuiltInPolicies.all().stream()
                .filter(policy -> policy.stages().contains(Policy.Stage.DEPLOY))
                .map(Policy::switchedOn)
                .toList();
    }

    private int next() {
        turn = (turn + 1) % SEEN_IN_TURN;
        return turn;
    }

    @Benchmark
    public List<Verdict> sameRulesAsPolicies() {
        return same.judge(fleet.get(next()), NOW);
    }

    @Benchmark
    public int sameRulesAsExpressions() {
        Map<String, Object> seen = facts.get(next());
        int violated = 0;
        for (WorkloadExpression expression : expressions) {
            violated += expression.test(seen).answer().orElseThrow() ? 1 : 0;
        }
        return violated;
    }

    @Benchmark
    public int sameRulesByHand() {
        Workload workload = fleet.get(next());
        int violated = 0;
        for (Rules.Rule rule : Rules.ALL) {
            violated += rule.byHand().test(workload) ? 1 : 0;
        }
        return violated;
    }

    @Benchmark
    public List<Verdict> allPolicies() {
        return all.judge(fleet.get(next()), NOW);
    }

    @Benchmark
    public List<Verdict> quarterOfThePolicies() {
        return quarter.judge(fleet.get(next()), NOW);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public void allPoliciesOfTheFleet(Blackhole hole) {
        for (Workload workload : fleet) {
            hole.consume(all.judge(workload, NOW));
        }
    }

    /** All three say the same of every workload, or the figures compare nothing. */
    private void agree() {
        for (Workload workload : fleet) {
            List<Verdict> verdicts = same.judge(workload, NOW);
            Map<String, Object> seen = WorkloadExpression.facts(workload);
            for (int i = 0; i < Rules.ALL.size(); i++) {
                Rules.Rule rule = Rules.ALL.get(i);
                boolean judged = verdicts.get(i).outcome() == Verdict.Outcome.VIOLATED;
                WorkloadExpression.Result expressed = expressions.get(i).test(seen);
                if (expressed.answer().orElseThrow(() -> new IllegalStateException(rule.policy() + expressed.why()))
                                != judged
                        || rule.byHand().test(workload) != judged) {
                    throw new IllegalStateException(rule.policy() + " is judged in two ways: " + workload.name());
                }
            }
        }
        System.out.println(
                Rules.ALL.size() + " rules, three ways: the same verdicts of all " + fleet.size() + " workloads.");
    }

    /** Processor time of one thread, which another load on the machine changes little; after a warm-up of the same length. */
    private void processorTimes() {
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put(Rules.ALL.size() + " rules as policies", this::sameRulesAsPolicies);
        ways.put(Rules.ALL.size() + " rules as expressions", this::sameRulesAsExpressions);
        ways.put(Rules.ALL.size() + " rules by hand", this::sameRulesByHand);
        ways.put("all deploy policies", this::allPolicies);
        ways.put("a quarter of them", this::quarterOfThePolicies);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        ways.forEach((name, way) -> {
            for (int i = 0; i < ROUNDS; i++) {
                way.run();
            }
            long before = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < ROUNDS; i++) {
                way.run();
            }
            double micros = (clock.getCurrentThreadCpuTime() - before) / 1_000.0 / ROUNDS;
            System.out.printf("%-28s %9.2f µs of processor a workload%n", name, micros);
        });
    }

    /** Compares, then measures; arguments are names of benchmarks, none = all; {@code processor-time} = without JMH. */
    public static void main(String[] args) throws RunnerException {
        PolicyBench bench = new PolicyBench();
        bench.setUp();
        bench.agree();
        bench.processorTimes();
        if (List.of(args).equals(List.of("processor-time"))) {
            return;
        }
        OptionsBuilder options = new OptionsBuilder();
        for (String name : args.length == 0 ? new String[] {"PolicyBench"} : args) {
            options.include(name);
        }
        new Runner(options.build()).run();
    }
}
