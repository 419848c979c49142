package dev.breakwater.sensor.node;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be read, in words that hold on every machine. */
final class Reasons {

    private Reasons() {}

    static String of(IOException problem) {
        return switch (problem) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "is not there";
            case NotDirectoryException none -> "is not a folder";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(problem.getMessage());
        };
    }

    /** Whether nothing is there, as against there is something that cannot be read. */
    static boolean isAbsent(IOException problem) {
        return problem instanceof NoSuchFileException
                || problem instanceof NotDirectoryException
                || problem instanceof FileSystemException other && "Not a directory".equals(other.getReason());
    }
}
