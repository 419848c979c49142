package dev.breakwater.sensor.facts;

/**
 * Something that could not be read.
 *
 * @param where file name relative to its folder, or API group
 * @param line from 1; 0 = the whole
 * @param detail one sentence for people
 */
public record SourceProblem(String where, int line, String detail) {

    @Override
    public String toString() {
        return where + (line == 0 ? "" : ":" + line) + ": " + detail;
    }
}
