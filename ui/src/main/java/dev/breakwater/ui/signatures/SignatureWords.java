package dev.breakwater.ui.signatures;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.VerifierTest;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;

/** What is said of signatures. */
public final class SignatureWords {

    private SignatureWords() {}

    static String kind(Kind kind) {
        return switch (kind) {
            case KEY -> "Public key";
            case CERTIFICATE -> "Certificate of an authority";
        };
    }

    /** A state with its mark, which tells it without colour, too. */
    public static Component state(State state) {
        return Markup.box("bw-reading-state", mark(state), Markup.text("bw-name", word(state)));
    }

    /** How many are in a state. */
    static Component counted(State state, int images) {
        return Markup.box(
                "bw-reading-state", mark(state), Markup.text("bw-name", Counted.number(images) + " " + word(state)));
    }

    private static Component mark(State state) {
        return switch (state) {
            case VERIFIED -> Markup.icon("check");
            case UNVERIFIED -> {
                var mark = Markup.text("bw-sev bw-sev-high", "");
                mark.add(Markup.text("bw-shape", ""));
                yield mark;
            }
            case UNKNOWN -> Markup.text("bw-hatch-mark", "");
        };
    }

    private static String word(State state) {
        return switch (state) {
            case VERIFIED -> "verified";
            case UNVERIFIED -> "not verified";
            case UNKNOWN -> "unknown";
        };
    }

    /** The first letter large, a full stop at the end. */
    public static String sentence(String reason) {
        if (reason.isEmpty()) {
            return "";
        }
        String capital = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /** What came of a test. */
    static Component outcome(VerifierTest test) {
        Div outcome = Markup.box("bw-test-result", state(test.state()));
        if (test.state() == State.VERIFIED) {
            outcome.add(Markup.text("", "Signed by " + String.join(", ", test.signers()) + "."));
        } else {
            outcome.add(Markup.text("bw-wrap-anywhere", sentence(test.reason())));
        }
        if (!test.digest().isEmpty()) {
            outcome.add(
                    Markup.text("bw-meta", Counted.of(test.found(), "signature", "signatures") + " of"),
                    Markup.text("bw-code bw-wrap-anywhere", test.digest()));
        }
        if (!test.speaksOf()) {
            outcome.add(Markup.text(
                    "bw-second", "The verifier does not speak of this image: none of its repositories fits the name."));
        }
        outcome.getElement().setAttribute("role", "status");
        return outcome;
    }
}
