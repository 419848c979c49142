package dev.breakwater.cli.seal;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether a report is what central sealed. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Says whether a report is, to the last byte, what a trusted central sealed. Asks no central.",
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

    @Override
    public Integer call() {
        Trust trust = options.trust();
        try {
            return sound(verified(trust));
        } catch (SealRefused refused) {
            return options.refused(file.toString(), refused);
        } catch (IOException unreadable) {
            throw options.unreadable(file.toString(), unreadable);
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

    private int sound(Verified verified) {
        Manifest manifest = verified.manifest();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("signer", verified.seal().keyId());
        told.put("manifestSha256", verified.sha256());
        told.put("manifest", manifest);
        List<String> lines = new ArrayList<>();
        lines.add("verified: " + manifest.report().name() + " ("
                + manifest.report().kind() + "), " + manifest.report().scope());
        lines.add("  signed by  " + verified.seal().keyId());
        lines.add("  sealed at  " + manifest.createdAt() + ", data as of " + manifest.dataAsOf());
        lines.add("  manifest   sha256 " + verified.sha256());
        lines.add("  chain      " + manifest.chain().day() + " "
                + manifest.chain().hash());
        for (Manifest.Part part : manifest.files()) {
            lines.add("  file       " + part.name() + ", " + part.size() + " bytes, sha256 " + part.sha256());
        }
        return options.sound(told, lines);
    }
}
