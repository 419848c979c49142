package dev.breakwater.cli.seal;

import dev.breakwater.cli.CentralOptions;
import dev.breakwater.seal.DayChain;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.SealRefused;
import dev.breakwater.seal.SealedBundle;
import dev.breakwater.seal.SealedBundle.Verified;
import dev.breakwater.seal.Trust;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Says whether a report is what central sealed. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Says whether a report is, to the last byte, what a trusted central sealed. Asks no central, unless"
                        + " --endpoint names one whose chain of days has to hold the report.",
        footer = {
            "",
            "Exit codes: 0 it is, 1 it was changed or is no sealed report, 2 the command line is wrong,",
            "3 its signer is not trusted."
        })
public final class ReportVerifyCommand implements Callable<Integer> {

    @Mixin
    private VerifyOptions options = new VerifyOptions();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The signed bundle of a report (.zip), or a manifest.json with manifest.sig and the files it names"
                            + " beside it.")
    private Path file = Path.of("");

    @Option(
            names = "--days",
            paramLabel = "FILE",
            description = "A chain of days, as /api/v1/sealing/days/export answers, that has to hold the report.")
    private @Nullable Path days;

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (central.given() && days != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name either --days or --endpoint: both are where the chain of days comes from.");
        }
        Trust trust = options.trust();
        Verified verified;
        try {
            verified = verified(trust);
        } catch (SealRefused refused) {
            return options.refused(file.toString(), refused);
        } catch (IOException unreadable) {
            throw options.unreadable(file.toString(), unreadable);
        }
        return central.given() || days != null ? held(verified, trust) : sound(verified, null);
    }

    /** Holds it against a chain of days. */
    private int held(Verified verified, Trust trust) {
        DaySource source = new DaySource(days, central);
        try {
            DayChain chain = source.read();
            chain.require(trust, null);
            LocalDate day = chain.requireReport(verified);
            return sound(
                    verified,
                    day == null
                            ? "its day is not closed yet; the head that it names is in the chain"
                            : "held by the day " + day);
        } catch (SealRefused refused) {
            return options.refused(file + ", held against " + source.name() + ",", refused);
        } catch (IOException unreadable) {
            throw options.unreadable(source.name(), unreadable);
        }
    }

    private Verified verified(Trust trust) throws IOException {
        if (file.endsWith(Manifest.NAME)) {
            return SealedBundle.verifyFolder(file.toAbsolutePath(), trust);
        }
        try (InputStream bundle = new BufferedInputStream(Files.newInputStream(file))) {
            return SealedBundle.verify(bundle, trust);
        }
    }

    /** @param standing in a chain of days, {@code null} = nobody asked */
    private int sound(Verified verified, @Nullable String standing) {
        Manifest manifest = verified.manifest();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("signer", verified.seal().keyId());
        told.put("manifestSha256", verified.sha256());
        told.put("manifest", manifest);
        if (standing != null) {
            told.put("chain", standing);
        }
        List<String> lines = new ArrayList<>();
        lines.add("verified: " + manifest.report().name() + " ("
                + manifest.report().kind() + "), " + manifest.report().scope());
        lines.add("  signed by  " + verified.seal().keyId());
        lines.add("  sealed at  " + manifest.createdAt() + ", data as of " + manifest.dataAsOf());
        lines.add("  manifest   sha256 " + verified.sha256());
        lines.add("  chain      " + manifest.chain().day() + " "
                + manifest.chain().hash());
        if (standing != null) {
            lines.add("  standing   " + standing);
        }
        for (Manifest.Part part : manifest.files()) {
            lines.add("  file       " + part.name() + ", " + part.size() + " bytes, sha256 " + part.sha256());
        }
        return options.sound(told, lines);
    }
}
