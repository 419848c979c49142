package dev.breakwater.feeds.format;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.SeverityWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import us.springett.cvss.Cvss;

/**
 * A base score of the Common Vulnerability Scoring System.
 *
 * @param version 2, 3 or 4
 * @param value 0.0–10.0
 */
record Score(int version, double value, String vector) {

    private static final Score NONE = new Score(0, 0, "");

    /** Publishers use the same few thousand vectors again and again, and computing one of version 4 is dear. */
    private static final Map<String, Score> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 20_000;

    /** The best known first: a score of version 3 is what others are compared with, then 4, then 2. */
    private static final List<Integer> PREFERRED = List.of(3, 4, 2);

    /** The score of a vector of any version; empty for a text that is none. */
    static Optional<Score> of(String vector) {
        if (vector.length() > 400) {
            return Optional.empty();
        }
        Score known = KNOWN.get(vector);
        if (known == null) {
            known = computed(vector);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(vector, known);
            }
        }
        return known == NONE ? Optional.empty() : Optional.of(known);
    }

    /** Of several the one to show. */
    static Optional<Score> preferred(List<Score> scores) {
        return PREFERRED.stream()
                .flatMap(version -> scores.stream().filter(one -> one.version() == version))
                .findFirst();
    }

    Severity severity() {
        return version == 2 ? SeverityWords.ofVersion2Score(value) : SeverityWords.ofScore(value);
    }

    private static Score computed(String vector) {
        try {
            Cvss cvss = Cvss.fromVector(vector);
            if (cvss == null) {
                return NONE;
            }
            double value = cvss.calculateScore().getBaseScore();
            int version = vector.startsWith("CVSS:4") ? 4 : vector.startsWith("CVSS:3") ? 3 : 2;
            return value >= 0 && value <= 10 ? new Score(version, value, vector) : NONE;
        } catch (RuntimeException malformed) {
            return NONE;
        }
    }
}
