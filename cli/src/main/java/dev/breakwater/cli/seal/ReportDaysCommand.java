package dev.breakwater.cli.seal;

import dev.breakwater.cli.CentralOptions;
import dev.breakwater.seal.Day;
import dev.breakwater.seal.DayChain;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.SealRefused;
import dev.breakwater.seal.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether the chain of days is unbroken. */
@Command(
        name = "verify-days",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Says whether each day of the chain follows from the one before and is signed by a trusted central. The"
                        + " days are a file, as /api/v1/sealing/days/export answers, or are asked of a central.",
        footer = {
            "",
            "Exit codes: 0 it is unbroken, 1 it is not, 2 the command line is wrong, 3 a signer is not trusted."
        })
public final class ReportDaysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private VerifyOptions options = new VerifyOptions();

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The days; without it, those of --endpoint.")
    private @Nullable Path file;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A head that a report or a message named, which must be a day of this chain.")
    private @Nullable String head;

    @Override
    public Integer call() {
        if (head != null && !Digests.isDigest(head)) {
            throw new ParameterException(
                    spec.commandLine(), "--head is '" + head + "'; allowed are 64 hexadecimal digits, in lower case");
        }
        if (central.given() == (file != null)) {
            throw new ParameterException(
                    spec.commandLine(), "Name either the FILE of the days, or by --endpoint a central that has them.");
        }
        Trust trust = options.trust();
        DaySource days = new DaySource(file, central);
        try {
            DayChain chain = days.read();
            chain.require(trust, head);
            return sound(chain);
        } catch (SealRefused refused) {
            return options.refused(days.name(), refused);
        } catch (IOException unreadable) {
            throw options.unreadable(days.name(), unreadable);
        }
    }

    private int sound(DayChain chain) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("from", central.given() ? "central" : "file");
        told.put("days", chain.days().size());
        if (chain.days().isEmpty()) {
            return options.sound(told, List.of("verified: no day is in the chain yet"));
        }
        Day first = chain.days().getFirst();
        Day last = chain.days().getLast();
        told.put("first", first.day().toString());
        told.put("last", last.day().toString());
        told.put("head", last.hash());
        return options.sound(
                told,
                List.of(
                        "verified: " + chain.days().size() + " days, " + first.day() + " to " + last.day(),
                        "  head  " + last.hash()));
    }
}
