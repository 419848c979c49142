package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What policies read of signatures. */
@Component
public class SignatureFacts {

    private final JdbcTemplate jdbc;

    SignatureFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the verifiers say of images; those that no verifier speaks of are left out. */
    public Map<UUID, Signatures> of(Collection<UUID> imageIds) {
        Map<UUID, List<String>> verified = new HashMap<>();
        Map<UUID, Map<String, String>> open = new HashMap<>();
        jdbc.query(
                "select image_id, verifier, outcome, reason from signatures_of_images where image_id = any(?)"
                        + " order by verifier",
                row -> {
                    UUID image = Sql.uuid(row, "image_id");
                    List<String> signed = verified.computeIfAbsent(image, key -> new ArrayList<>());
                    switch (State.valueOf(row.getString("outcome"))) {
                        case VERIFIED -> signed.add(row.getString("verifier"));
                        case UNKNOWN ->
                            open.computeIfAbsent(image, key -> new TreeMap<>())
                                    .put(row.getString("verifier"), row.getString("reason"));
                        case UNVERIFIED -> {}
                    }
                },
                Rows.ids(imageIds));
        Map<UUID, Signatures> facts = new HashMap<>();
        verified.forEach((image, signed) ->
                facts.put(image, new Signatures(signed, open.getOrDefault(image, Map.of()))));
        return facts;
    }
}
