package dev.breakwater.cli;

import dev.breakwater.cli.image.Findings;
import dev.breakwater.scanner.signature.SignatureCheck;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is in an image, and judges nothing. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Says what is in an image: packages, vulnerabilities, secrets, files, configuration.",
        footer = {
            "",
            "What could not be read of an image is listed as incomplete.",
            "Exit codes: 0 read, 1 see --fail-on, 2 the command line is wrong,",
            "3 the image or the feeds could not be read."
        })
final class ImageScanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ImageOptions image = new ImageOptions();

    @Mixin
    private ImageOutput output = new ImageOutput();

    @Mixin
    private ScanOptions options = new ScanOptions();

    @Override
    public Integer call() throws IOException {
        options.check(spec.commandLine());
        Findings findings = Findings.of(image.look(), options.feeds(), options.age());
        output.write(findings, options.verdict(spec), spec);
        return code(image.signature(), options.code(findings, spec.commandLine()));
    }

    /** What the signature adds to an exit code: a wrong one is a violation, one that cannot be known is no pass. */
    static int code(Optional<SignatureCheck.State> signature, int otherwise) {
        return switch (signature.orElse(SignatureCheck.State.VERIFIED)) {
            case VERIFIED -> otherwise;
            case UNVERIFIED -> Bwctl.VIOLATIONS;
            case UNKNOWN -> otherwise == Bwctl.VIOLATIONS ? otherwise : Bwctl.NOT_JUDGED;
        };
    }
}
