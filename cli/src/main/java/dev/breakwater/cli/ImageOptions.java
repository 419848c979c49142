package dev.breakwater.cli;

import dev.breakwater.cli.image.ImageLook;
import dev.breakwater.cli.report.Shown;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.scanner.ImageRequest;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.Platform;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.signature.SignatureCheck;
import dev.breakwater.scanner.signature.SignatureVerifier;
import dev.breakwater.scanner.signature.TrustRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which image, from where, and by which feeds. */
final class ImageOptions {

    private static final String PLATFORM = "--platform";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "REF",
            arity = "0..1",
            description =
                    "An image of a registry; with --input or --layout which of the images in it, if there are several.")
    private String reference = "";

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Look into this archive: docker save, podman save, or an OCI layout as a tar.")
    private @Nullable Path input;

    @Option(names = "--layout", paramLabel = "DIR", description = "Look into this folder in the OCI image layout.")
    private @Nullable Path layout;

    @Option(
            names = PLATFORM,
            paramLabel = "OS/ARCH",
            defaultValue = "linux/amd64",
            description = "Which image of several (default: ${DEFAULT-VALUE}).")
    private String platform = "linux/amd64";

    @Option(
            names = "--insecure",
            description = "Allow plain http where the registry does not speak https. It is said so.")
    private boolean insecure;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Trust these certificates (PEM) beside those of Java.")
    private @Nullable Path caFile;

    @Option(
            names = "--docker-config",
            paramLabel = "FILE",
            description = "Credentials as docker login writes them (default: the usual file, if there is one). "
                    + ImageLook.USER + " and " + ImageLook.PASSWORD + " go before it.")
    private @Nullable Path dockerConfig;

    @Option(names = "--mirror", paramLabel = "HOST", description = "Ask this host first. May be repeated.")
    private List<String> mirrors = List.of();

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Keep what was found in layers there, and read no layer twice.")
    private @Nullable Path cache;

    @Option(
            names = "--verify-key",
            paramLabel = "FILE",
            description =
                    "Verify that the image is signed, as cosign does it, by the public key of this file, or by a certificate that"
                            + " the authority in it issued (PEM). May be repeated.")
    private List<Path> verifyKeys = List.of();

    @Option(
            names = "--verify-log",
            paramLabel = "FILE",
            description =
                    "Believe the transparency logs whose public keys are in this file (PEM) that a certificate was valid when it"
                            + " signed. May be repeated.")
    private List<Path> verifyLogs = List.of();

    /**
     * Whether the image is signed, if that is asked for; told on the standard error.
     *
     * @return empty if it is not asked for
     */
    Optional<SignatureCheck.State> signature() throws IOException {
        if (verifyKeys.isEmpty() && !verifyLogs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--verify-log goes with --verify-key: a log trusts nobody by itself.");
        }
        if (verifyKeys.isEmpty()) {
            return Optional.empty();
        }
        TrustRoots roots = TrustRoots.none();
        for (Path file : verifyKeys) {
            try {
                roots = roots.with(file.getFileName().toString(), Files.readString(file));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--verify-key: " + e.getMessage());
            }
        }
        for (Path file : verifyLogs) {
            try {
                roots = roots.recordedBy(file.getFileName().toString(), Files.readString(file));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--verify-log: " + e.getMessage());
            }
        }
        if (!(source(new ImageLook(System.getenv())) instanceof ImageSource.Registry registry)) {
            throw new ParameterException(spec.commandLine(), "--verify-key is for images of a registry.");
        }
        SignatureCheck check = new SignatureVerifier(roots).check(registry, Instant.now(), host -> {});
        spec.commandLine()
                .getErr()
                .println("bwctl: signature " + check.state().name().toLowerCase(Locale.ROOT)
                        + (check.signers().isEmpty()
                                ? ": " + check.reason()
                                : " by " + String.join(", ", check.signers())));
        return Optional.of(check.state());
    }

    /** Looks into the image; says so if it came by plain http. */
    ImageContents look() throws IOException {
        ImageLook look = new ImageLook(System.getenv());
        ImageContents contents = look.at(
                new ImageRequest(source(look), platform()),
                cache,
                host -> spec.commandLine().getErr().println("bwctl: read by plain http from " + host));
        hold(contents.config());
        return contents;
    }

    /** An image that is alone in its place is read whatever it is built for; who asked for another platform did not mean it. */
    private void hold(ImageConfig config) throws ScanFailed {
        if (config.os().isEmpty()
                || config.architecture().isEmpty()
                || platform().takes(config.os(), config.architecture(), "")) {
            return;
        }
        String built = config.os() + "/" + config.architecture();
        if (spec.commandLine().getParseResult().hasMatchedOption(PLATFORM)) {
            throw new ScanFailed(
                    ScanFailed.Reason.NOT_FOUND, "the image is not built for " + platform() + "; it is for " + built);
        }
        spec.commandLine().getErr().println(Shown.text("bwctl: the image is for " + built));
    }

    private ImageSource source(ImageLook look) throws IOException {
        if (input != null && layout != null) {
            throw new ParameterException(spec.commandLine(), "--input and --layout do not go together.");
        }
        if (input != null) {
            return new ImageSource.Archive(input, reference);
        }
        if (layout != null) {
            return new ImageSource.Layout(layout, reference);
        }
        if (reference.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "Name an image, or a file by --input, or a folder by --layout.");
        }
        return look.registry(reference, insecure, caFile, dockerConfig, mirrors);
    }

    private Platform platform() {
        try {
            return Platform.parse(platform);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--platform: " + e.getMessage());
        }
    }
}
