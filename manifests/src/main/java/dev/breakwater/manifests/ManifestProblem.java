package dev.breakwater.manifests;

/**
 * Something of a folder that could not be read.
 *
 * @param where file name relative to its folder
 * @param line from 1; 0 = the whole
 * @param detail one sentence for people
 */
public record ManifestProblem(String where, int line, String detail) {

    @Override
    public String toString() {
        return where + (line == 0 ? "" : ":" + line) + ": " + detail;
    }
}
