package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.DeclaredPolicies;
import dev.breakwater.contracts.v1.DeclaredPolicy;
import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.Declarations.Declared;
import dev.breakwater.sensor.facts.Declarations.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one stream has to say of the policies that its cluster declares: all of them, whenever they are not as was said last. */
final class DeclarationWriter {

    /** So that a message stays well under a mebibyte, whatever the characters take. */
    private static final int MOST_CHARACTERS_AT_ONCE = 200_000;

    /** Each change makes central judge its fleet anew: who changes a resource again and again must not keep it at that. */
    private static final Duration BETWEEN = Duration.ofSeconds(15);

    private final Declarations declarations;
    private @Nullable Told said;
    private Instant notBefore = Instant.MIN;

    DeclarationWriter(Declarations declarations) {
        this.declarations = declarations;
    }

    /** When there is something to say; the end of time if there is not. */
    Instant nextDue() {
        return news().isPresent() ? notBefore : Instant.MAX;
    }

    private Optional<Told> news() {
        return declarations.told().filter(told -> !told.equals(said));
    }

    /** The messages that are due. None while it is not known what is declared. */
    List<DeclaredPolicies> due(Instant now) {
        Optional<Told> news = now.isBefore(notBefore) ? Optional.empty() : news();
        if (news.isEmpty()) {
            return List.of();
        }
        said = news.get();
        notBefore = now.plus(BETWEEN);
        return messages(said);
    }

    private static List<DeclaredPolicies> messages(Told told) {
        List<DeclaredPolicies> messages = new ArrayList<>();
        DeclaredPolicies.Builder piece = DeclaredPolicies.newBuilder();
        int characters = 0;
        for (Declared policy : told.policies()) {
            if (piece.getPoliciesCount() > 0 && characters + policy.document().length() > MOST_CHARACTERS_AT_ONCE) {
                messages.add(piece.build());
                piece.clear();
                characters = 0;
            }
            piece.addPolicies(DeclaredPolicy.newBuilder()
                    .setNamespace(policy.namespace())
                    .setName(policy.name())
                    .setDocument(policy.document()));
            characters += policy.document().length();
        }
        messages.add(piece.setLast(true).setIncomplete(told.incomplete()).build());
        return messages;
    }
}
