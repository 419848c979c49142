package dev.breakwater.cli;

import dev.breakwater.cli.central.CentralClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which central to ask, and as whom. */
public final class CentralOptions {

    static final String TOKEN = "BREAKWATER_TOKEN";

    private static final int MOST_BYTES = 8 * 1024;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Ask this central, such as https://breakwater.example.com. The token is taken from " + TOKEN
                    + " or --token-file.")
    private @Nullable String endpoint;

    @Option(names = "--token-file", paramLabel = "FILE", description = "The API token, in place of " + TOKEN + ".")
    private @Nullable Path tokenFile;

    @Option(names = "--ca-file", paramLabel = "FILE", description = "Trust these certificates (PEM) and no others.")
    private @Nullable Path caFile;

    /** Whether a central is to be asked. */
    public boolean given() {
        if (endpoint == null && (tokenFile != null || caFile != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--token-file and --ca-file are for a central; name it by --endpoint.");
        }
        return endpoint != null;
    }

    /**
     * Ends the command if no central was named.
     *
     * @param what it is wanted for, such as {@code to change}
     */
    void require(String what) {
        if (!given()) {
            throw new ParameterException(
                    spec.commandLine(), "--endpoint is missing; it names the central " + what + ".");
        }
    }

    /**
     * A client of the central that was named.
     *
     * @throws IOException if the token or the certificates cannot be read
     */
    public CentralClient client() throws IOException {
        return CentralClient.of(address(), token(), caFile);
    }

    private URI address() {
        String given = endpoint == null ? "" : endpoint.strip();
        try {
            URI uri = URI.create(given);
            boolean http = "http".equalsIgnoreCase(uri.getScheme());
            if ((http || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                if (http && !THIS_MACHINE.contains(uri.getHost())) {
                    spec.commandLine()
                            .getErr()
                            .println("bwctl: " + given + " is not encrypted; the token can be read on the way");
                }
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new ParameterException(
                spec.commandLine(),
                "--endpoint is '" + given + "'; allowed is an address such as https://breakwater.example.com.");
    }

    private String token() throws IOException {
        String token = tokenFile == null ? System.getenv(TOKEN) : read(tokenFile);
        if (token == null || token.isBlank()) {
            throw new IOException(
                    tokenFile == null
                            ? "no token: set " + TOKEN + ", or name a file by --token-file"
                            : tokenFile + " holds no token");
        }
        if (!token.strip().matches("[\\x21-\\x7e]+")) {
            throw new IOException("the token holds characters that no token has; is it the right file or variable?");
        }
        return token.strip();
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " has more than " + MOST_BYTES + " bytes; that is no token");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
