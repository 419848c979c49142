package dev.breakwater.central.remedy;

import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Plans which upgrades of packages and of base images to make first. The drop of each is what the risk engine says of the workloads with the upgrade and
 * those before it made. Writes nothing.
 */
public interface FixPlans {

    /** Steps that are given where nobody says how many. */
    int USUAL_STEPS = 10;

    /** The most steps of a plan. */
    int MOST_STEPS = 50;

    /** The riskiest workloads of the place are planned for, this many. */
    int MOST_WORKLOADS = 200;

    /**
     * A plan. Scores are sums over the planned workloads.
     *
     * @param before the sum as it is
     * @param after the sum with every step made
     * @param workloads that were planned for, the riskiest
     * @param workloadsLeftOut that have a score and were not planned for, as they are too many
     * @param imagesNotLookedInto that the planned workloads run and of which it is unknown what is in them
     * @param upgrades that exist for what the planned workloads run, of packages and of base images
     * @param upgradesLeftOut of these, those for which there was no time: nobody knows what they bring
     * @param hurried whether time ended before the plan was as long as it could be
     * @param withoutFix findings, by package and vulnerability, for which no version is known that mends them
     * @param bases that the planned images stand on, those of most workloads first; the first 100
     * @param imagesWithoutBase of the images that were looked into, those of which no base is known
     */
    record Plan(
            List<Step> steps,
            double before,
            double after,
            int workloads,
            long workloadsLeftOut,
            int imagesNotLookedInto,
            int upgrades,
            int upgradesLeftOut,
            boolean hurried,
            int withoutFix,
            List<Base> bases,
            int imagesWithoutBase,
            Instant asOf) {

        public Plan {
            steps = List.copyOf(steps);
            bases = List.copyOf(bases);
        }
    }

    /** What a step upgrades. */
    enum Kind {
        PACKAGE,
        BASE_IMAGE
    }

    /**
     * An upgrade, made after those before it.
     *
     * @param label what to do, in words
     * @param before the sum of the scores before it
     * @param after the sum after it
     * @param drop by how much the sum falls; 0 where the scores it lowers are saturated still
     * @param unknownWorkloads of its workloads, those whose score is a lower bound, since something of them is unknown
     * @param heldWorkloads of its workloads, those of which a part of the score keeps an earlier value since what it was made of is
     *     not known any more: a drop that is 0 there is unknown, not none
     * @param heldReason why, in the first of them; empty = none is held
     * @param vulnerabilities that are gone in at least one package, sorted; the first 100
     * @param vulnerabilityCount how many those are
     * @param remaining vulnerabilities that its packages have after it
     * @param workloadCount the workloads whose images it changes
     * @param workloads of them the first 20, the largest drop first
     * @param owners teams of all its workloads, sorted; those that nobody is known to own are left out
     * @param imageCount their images, by content
     * @param images their names, sorted; the first 20
     */
    record Step(
            String label,
            Kind kind,
            Target upgrade,
            double before,
            double after,
            double drop,
            int unknownWorkloads,
            int heldWorkloads,
            String heldReason,
            List<String> vulnerabilities,
            int vulnerabilityCount,
            int remaining,
            int workloadCount,
            List<Move> workloads,
            List<String> owners,
            int imageCount,
            List<String> images) {

        public Step {
            vulnerabilities = List.copyOf(vulnerabilities);
            workloads = List.copyOf(workloads);
            owners = List.copyOf(owners);
            images = List.copyOf(images);
        }
    }

    /**
     * What is upgraded.
     *
     * @param type such as {@code DEB}, {@code IMAGE} of a base image
     * @param distribution such as {@code debian:12}, empty = it came with none
     * @param name of the source package where advisories speak of that; of a base image its registry and repository
     * @param from the versions that are installed, sorted; the tag of a base image, its digest if it has none
     * @param to the version that mends most; the tag of a base image
     * @param fromDigest of a base image, empty of a package
     * @param toDigest of what takes its place, empty of a package
     */
    record Target(
            String type,
            String distribution,
            String name,
            List<String> from,
            String to,
            String fromDigest,
            String toDigest) {

        public Target {
            from = List.copyOf(from);
        }
    }

    /** A workload's score on both sides of a step; the team is empty where nobody is known to own it. */
    record Move(
            UUID id,
            String cluster,
            String namespace,
            String kind,
            String name,
            String team,
            double before,
            double after) {}

    /** What became of the question whether a newer base image helps. */
    enum Outcome {
        /** It is a step of the plan. */
        PLANNED,
        /** A newer one is known; it takes nothing away beyond what the steps do, or the plan has no room for it. */
        NOT_IN_PLAN,
        /** No newer one is known that could be tried. */
        NO_CANDIDATE
    }

    /**
     * An image that planned images stand on.
     *
     * @param images that stand on it, by content
     * @param workloads that run those
     * @param reason why it is no step, empty = it is
     */
    record Base(BaseImage image, int images, int workloads, Outcome outcome, String reason) {}

    /**
     * A plan for a place.
     *
     * @param steps 1 to {@link #MOST_STEPS}
     * @throws dev.breakwater.central.platform.InvalidRequest if there are to be more steps, or none
     */
    Plan plan(PlaceFilter place, int steps, AccessScope scope);

    /**
     * A plan for one image and the workloads that run it, of which the reader may see at least one.
     *
     * @param image a digest that it is known by, or its id
     * @param steps 1 to {@link #MOST_STEPS}
     * @throws dev.breakwater.central.platform.NotFound if the reader may not see the image
     * @throws dev.breakwater.central.platform.InvalidRequest as above
     */
    Plan ofImage(String image, int steps, AccessScope scope);
}
