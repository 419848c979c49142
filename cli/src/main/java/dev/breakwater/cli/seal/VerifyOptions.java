package dev.breakwater.cli.seal;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.seal.SealRefused;
import dev.breakwater.seal.Trust;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whose seals are taken, and how the answer is written. */
final class VerifyOptions {

    /** It is not what was sealed. */
    private static final int CHANGED = 1;

    /** It may be sound, and nobody who is trusted says so. */
    private static final int UNKNOWN_SIGNER = 3;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** How it is written. */
    enum Output {
        TEXT,
        JSON
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            required = true,
            description =
                    "Whose seal is taken: the file of a public key (PEM) or its fingerprint (SHA256:…), as central"
                            + " shows it on the page System health and under /api/v1/sealing/keys. May be given several times.")
    private List<String> keys = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TEXT;

    Trust trust() {
        Set<String> fingerprints = new HashSet<>();
        for (String key : keys) {
            try {
                fingerprints.addAll(Trust.of(key).fingerprints());
            } catch (IOException unusable) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--key '" + key + "' cannot be used: " + words(unusable) + "; allowed is the file of a public"
                                + " key, or its fingerprint (SHA256:…)");
            }
        }
        return new Trust(fingerprints);
    }

    /**
     * Says that it is sound.
     *
     * @param told what was verified, for JSON
     * @param lines the same for people
     * @return the exit code
     */
    int sound(Map<String, Object> told, List<String> lines) {
        if (output == Output.JSON) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("verified", true);
            all.putAll(told);
            out().println(JSON.writeValueAsString(all));
        } else {
            lines.forEach(line -> out().println(Shown.text(line)));
        }
        return 0;
    }

    /**
     * Says that it is not.
     *
     * @return the exit code
     */
    int refused(String file, SealRefused refused) {
        if (output == Output.JSON) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("verified", false);
            all.put("reason", refused.reason().name());
            all.put("message", words(refused));
            out().println(JSON.writeValueAsString(all));
        } else {
            spec.commandLine().getErr().println(Shown.text("bwctl: " + file + " does not verify: " + words(refused)));
        }
        return refused.reason() == SealRefused.Reason.UNKNOWN_SIGNER ? UNKNOWN_SIGNER : CHANGED;
    }

    /** Ends the command since a file cannot be read. */
    ParameterException unreadable(String file, IOException failure) {
        return new ParameterException(spec.commandLine(), file + " cannot be read: " + words(failure));
    }

    private static String words(IOException failure) {
        return failure instanceof java.nio.file.NoSuchFileException missing
                ? "there is no " + missing.getFile()
                : String.valueOf(failure.getMessage());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
