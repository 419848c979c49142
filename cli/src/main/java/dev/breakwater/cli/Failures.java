package dev.breakwater.cli;

import dev.breakwater.engine.policy.PolicyRejected;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What went wrong, in words for the person at the command line. */
final class Failures {

    private Failures() {}

    static String words(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case java.nio.file.AccessDeniedException denied -> denied.getFile() + " may not be read";
            case NotDirectoryException none ->
                Files.exists(Path.of(none.getFile()))
                        ? none.getFile() + " is no folder"
                        : "there is no folder " + none.getFile();
            case FileSystemException other when other.getReason() == null -> other.getFile() + " cannot be read";
            case PolicyRejected rejected ->
                rejected.problems().stream().map(String::valueOf).collect(Collectors.joining("\n       "));
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
