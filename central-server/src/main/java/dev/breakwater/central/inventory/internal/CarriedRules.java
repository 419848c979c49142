package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.inventory.OwnershipRules;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.system.Carried;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The rules of the inventory in an export, where people set them: whose a workload is, and which are the platform's. */
@Component
@Order(40)
class CarriedRules implements Carried<CarriedRules.Rules> {

    private static final int MOST = 500;
    private static final int LONGEST = 300;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /**
     * One set of rules as it stands in the file.
     *
     * @param name {@code inventory.ownership} or {@code inventory.platform-namespaces}
     * @param ownership of the first
     * @param namespaces of the second, with {@code *} for any text
     */
    record Rules(
            String name,
            @Nullable List<OwnershipRules.Rule> ownership,
            @Nullable List<String> namespaces) {}

    private final JdbcTemplate jdbc;
    private final RuleTable table;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final ActorSource actors;
    private final Clock clock;

    CarriedRules(
            JdbcTemplate jdbc,
            RuleTable table,
            TransactionLocks locks,
            JudgementDue due,
            ActorSource actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.locks = locks;
        this.due = due;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "inventoryRules";
    }

    @Override
    public String what() {
        return "rules for owners and for the platform's namespaces";
    }

    @Override
    public Class<Rules> item() {
        return Rules.class;
    }

    @Override
    public String key(Rules item) {
        return item.name();
    }

    @Override
    public List<Rules> read(boolean secrets) {
        return jdbc.query(
                "select key, value from settings where key in (?, ?)",
                (row, number) -> row.getString("key").equals(InventorySettings.OWNERSHIP)
                        ? new Rules(
                                InventorySettings.OWNERSHIP,
                                Json.read(row.getString("value"), OwnershipRules.class)
                                        .rules(),
                                null)
                        : new Rules(
                                InventorySettings.PLATFORM_NAMESPACES, null, Json.read(row.getString("value"), TEXTS)),
                InventorySettings.OWNERSHIP,
                InventorySettings.PLATFORM_NAMESPACES);
    }

    @Override
    public void check(Rules item) {
        switch (item.name()) {
            case InventorySettings.OWNERSHIP -> {
                bounded("ownership", item.ownership());
                if (item.ownership().stream()
                        .anyMatch(rule ->
                                rule.key().length() > LONGEST || rule.team().length() > LONGEST)) {
                    throw new InvalidRequest("ownership", "a longer text", "texts of up to " + LONGEST + " characters");
                }
            }
            case InventorySettings.PLATFORM_NAMESPACES -> {
                bounded("namespaces", item.namespaces());
                if (item.namespaces().stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST)) {
                    throw new InvalidRequest("namespaces", "another text", "1 to " + LONGEST + " characters each");
                }
            }
            default ->
                throw new InvalidRequest(
                        "name",
                        item.name(),
                        InventorySettings.OWNERSHIP + ", " + InventorySettings.PLATFORM_NAMESPACES);
        }
    }

    private static void bounded(String field, @Nullable List<?> rules) {
        if (rules == null || rules.size() > MOST) {
            throw new InvalidRequest(field, rules == null ? "" : rules.size() + " rules", "a list of at most " + MOST);
        }
    }

    @Override
    public void write(List<Rules> items) {
        List<UUID> clusters = jdbc.queryForList("select id from clusters", UUID.class);
        locks.holdClusters(clusters);
        String actor = actors.current().name();
        for (Rules item : items) {
            table.keep(
                    item.name(),
                    item.ownership() == null
                            ? Json.write(item.namespaces() == null ? List.of() : item.namespaces())
                            : Json.write(new OwnershipRules(item.ownership())),
                    clock.instant(),
                    actor);
        }
        table.reclassify(clusters);
        due.markAll("the rules of the inventory were imported by " + actor);
    }
}
