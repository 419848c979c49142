package dev.breakwater.cli;

import dev.breakwater.cli.policy.PolicyFolder;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.PolicyDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The policies to judge by: the built-in ones, or those of files. */
final class PolicyFiles {

    private PolicyFiles() {}

    /**
     * The policies that are judged when something is deployed.
     *
     * @param paths files and folders; empty = the built-in ones
     * @param all those that are switched off, too
     * @throws IOException if there is nothing of such a name, or it cannot be read
     */
    static List<Policy> deployPolicies(List<Path> paths, boolean all) throws IOException {
        List<Policy> given = paths.isEmpty() ? builtIn() : read(paths);
        return given.stream()
                .filter(policy -> policy.stages().contains(Stage.DEPLOY))
                .filter(policy -> policy.enabled() || all)
                .map(Policy::switchedOn)
                .toList();
    }

    /** Those about workloads, then those about other objects. */
    static List<Policy> builtIn() {
        return Stream.concat(BuiltInPolicies.all().stream(), BuiltInPolicies.ofObjects().stream())
                .toList();
    }

    private static List<Policy> read(List<Path> paths) throws IOException {
        List<Policy> policies = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file :
                            files.filter(PolicyFiles::isPolicyFile).sorted().toList()) {
                        policies.addAll(PolicyDocument.read(Files.readString(file, StandardCharsets.UTF_8)));
                    }
                }
            } else {
                policies.addAll(PolicyDocument.read(Files.readString(path, StandardCharsets.UTF_8)));
            }
        }
        return policies;
    }

    private static boolean isPolicyFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !PolicyFolder.isTest(file)
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }
}
