package dev.breakwater.ui.remedy;

import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.images.BaseImage.Recognised;
import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Outcome;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.ui.part.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Plans in words. */
final class PlanWords {

    private static final double TINY = 1e-9;

    /** Of an image, behind its name: it tells people nothing in a sentence. */
    private static final Pattern DIGEST = Pattern.compile("@sha256:[0-9a-f]{64}");

    private PlanWords() {}

    static String score(double score) {
        return String.format(Locale.ENGLISH, "%,.1f", score);
    }

    /** By how much a score falls. */
    static String drop(double drop) {
        String words = score(Math.abs(drop));
        if (Math.abs(drop) <= TINY) {
            return "0";
        }
        return words.equals("0.0") ? "less than 0.1" : (drop > 0 ? "−" : "+") + words;
    }

    /** What to know of the drop of a step beside it, empty = it is all there is to say. */
    static String note(Step step) {
        if (step.drop() > TINY) {
            return step.heldWorkloads() > 0 ? "at least" : "";
        }
        return step.heldWorkloads() > 0 ? "unknown for now" : "no score falls yet";
    }

    /** Why a score does not fall for now though something goes, a clause; empty = nothing is in the way. */
    static String held(Step step) {
        return step.heldWorkloads() == 0
                ? ""
                : "the score of " + Counted.number(step.heldWorkloads())
                        + " keeps an earlier value, so what goes there is unknown: "
                        + DIGEST.matcher(step.heldReason()).replaceAll("");
    }

    static String kind(Step step) {
        if (step.kind() == Kind.BASE_IMAGE) {
            return "Base image";
        }
        String type = step.upgrade().type().toLowerCase(Locale.ROOT);
        return step.upgrade().distribution().isEmpty()
                ? type
                : type + " on " + step.upgrade().distribution();
    }

    static String recognised(BaseImage base) {
        boolean labels = base.recognisedBy().contains(Recognised.LABELS);
        boolean layers = base.recognisedBy().contains(Recognised.LAYERS);
        String count = Counted.of(base.layers(), "layer", "layers");
        if (labels && layers) {
            return "by its labels, and by the lowest " + count;
        }
        return layers ? "by the lowest " + count : "by its labels alone";
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PLANNED -> "a step of the plan";
            case NOT_IN_PLAN -> "no step";
            case NO_CANDIDATE -> "no candidate";
        };
    }

    /** What the plan does not know, a sentence each. */
    static List<String> limits(Plan plan) {
        List<String> limits = new ArrayList<>();
        if (plan.workloadsLeftOut() > 0) {
            limits.add("It is made for the " + Counted.number(plan.workloads()) + " riskiest workloads; "
                    + Counted.number(plan.workloadsLeftOut())
                    + " more are not in it. Narrow the scope to plan for them.");
        }
        if (plan.imagesNotLookedInto() > 0) {
            limits.add(Counted.of(
                            plan.imagesNotLookedInto(),
                            "image that these workloads run was",
                            "images that these workloads run were")
                    + " not looked into: what would help there is unknown.");
        }
        if (plan.withoutFix() > 0) {
            limits.add("For " + Counted.of(plan.withoutFix(), "finding", "findings")
                    + " no version is known that mends it.");
        }
        if (plan.imagesWithoutBase() > 0) {
            limits.add("Of " + Counted.of(plan.imagesWithoutBase(), "image", "images") + " no base is known.");
        }
        if (plan.hurried()) {
            limits.add("There was no time for all: "
                    + Counted.of(plan.upgradesLeftOut(), "upgrade was", "upgrades were") + " not tried.");
        }
        return limits;
    }
}
