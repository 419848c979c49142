package dev.breakwater.cli.feed;

import dev.breakwater.feeds.bundle.FeedBundle;
import dev.breakwater.seal.SealKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the pair of keys that bundles are signed with. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Makes a pair of Ed25519 keys: one that signs bundles and stays where they are made, one that sites trust.")
public final class FeedsKeygenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-o", "--output-file"},
            paramLabel = "FILE",
            defaultValue = "feeds.key",
            description = "The private key; the public one is written beside it as .pub (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("feeds.key");

    @Override
    public Integer call() throws IOException {
        KeyPair pair = SealKeys.generate();
        Path open = FeedBundle.publicKeyBeside(file);
        write(file, SealKeys.pem(pair.getPrivate()), "rw-------");
        write(open, SealKeys.pem(pair.getPublic()), "rw-r--r--");
        spec.commandLine().getOut().println(file + "  signs bundles: keep it secret");
        spec.commandLine().getOut().println(open + "  " + SealKeys.fingerprint(pair.getPublic()));
        return 0;
    }

    /** Never over a key that is there, and readable by others only if it may be. */
    private static void write(Path file, String text, String permissions) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
