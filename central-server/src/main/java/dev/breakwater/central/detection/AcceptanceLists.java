package dev.breakwater.central.detection;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of acceptances; those that are over stay in it. */
@Configuration(proxyBeanMethods = false)
class AcceptanceLists {

    private static final String STATE = "case when a.ended_at is not null then 'ENDED'"
            + " when a.ends_at <= now() then 'EXPIRED' else 'ACTIVE' end";

    @Bean
    ListDefinition<AcceptanceRow> acceptanceList() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("active", "ACTIVE");
        states.put("expired", "EXPIRED");
        states.put("ended", "ENDED");
        return ListDefinition.<AcceptanceRow>of("acceptances")
                .select("a.*, " + STATE + " as state")
                .from("acceptances a")
                .forEveryone()
                .id("a.id", KeyType.ID)
                .term(Conditions.words("state", "active, expired or ended", STATE, states))
                .term(Conditions.text("by", "who accepted", "a.accepted_by"))
                .term(Conditions.age("age", "since it was made", "a.accepted_at"))
                .searches("a.reason")
                .searches("a.q")
                .sort("acceptedAt", "a.accepted_at", KeyType.INSTANT)
                .sort("endsAt", "a.ends_at", KeyType.INSTANT)
                .sort("by", "a.accepted_by", KeyType.TEXT)
                .defaultSort("-acceptedAt")
                .row(AcceptanceLists::read);
    }

    private static AcceptanceRow read(ResultSet row) throws SQLException {
        return new AcceptanceRow(
                Sql.uuid(row, "id"),
                row.getString("state"),
                row.getString("q"),
                row.getString("reason"),
                row.getString("accepted_by"),
                Sql.instant(row, "accepted_at"),
                Sql.instant(row, "ends_at"),
                row.getInt("accepted"),
                Sql.instantOrNull(row, "ended_at"),
                row.getString("ended_by"));
    }
}
