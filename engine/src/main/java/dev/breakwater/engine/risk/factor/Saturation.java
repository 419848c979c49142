package dev.breakwater.engine.risk.factor;

/**
 * Brings points to a multiplier: linear from 1 at no points to the maximum at saturation, the maximum from there on.
 *
 * @param points the points from which on more make no difference
 * @param maximum the largest multiplier
 */
record Saturation(double points, double maximum) {

    double multiplierOf(double score) {
        return score > points ? maximum : 1 + score / points * (maximum - 1);
    }
}
