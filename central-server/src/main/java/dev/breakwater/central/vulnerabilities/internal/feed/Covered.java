package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.feeds.UsualSize;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** For which ecosystems feeds speak, and what has to be looked at again when that changes. */
@Component
class Covered {

    /** How one is covered. @param plausible whether by a feed that is as large as such feeds are */
    record How(boolean fresh, boolean plausible) {}

    private final JdbcTemplate jdbc;

    Covered(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The ecosystems for which a feed in use is complete. */
    Map<String, How> now() {
        Map<String, How> now = new HashMap<>();
        jdbc.query("select ecosystem, fresh, plausible from covered_ecosystems", row -> {
            now.put(row.getString("ecosystem"), new How(row.getBoolean("fresh"), row.getBoolean("plausible")));
        });
        return now;
    }

    /** Has looked at again what is covered otherwise than before. */
    void lookAgain(Map<String, How> before, String cause) {
        Map<String, How> after = now();
        Set<String> differing = new HashSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(one -> Objects.equals(before.get(one), after.get(one)));
        lookAgain(differing, cause);
    }

    /** Whether anything is known of these packages changes: their workloads are judged anew, found something or not. */
    void lookAgain(Collection<String> ecosystems, String cause) {
        if (!ecosystems.isEmpty()) {
            jdbc.update(
                    "insert into package_due (package_id, kind, cause) select distinct package_id, ?, ? from package_keys"
                            + " where ecosystem = any(?) on conflict do nothing",
                    Cause.FEED.name(),
                    cause,
                    Rows.array("text", Set.copyOf(ecosystems)));
        }
    }

    /** Writes for what a feed speaks, in place of what was there. */
    void write(int feed, FeedContent.Read read) {
        jdbc.update("delete from feed_ecosystems where feed_id = ?", feed);
        jdbc.update(
                "insert into feed_ecosystems (feed_id, ecosystem, advisories, complete)"
                        + " select ?, p.ecosystem, count(distinct p.advisory_id), p.ecosystem = any(?) from advisory_packages p"
                        + " join advisories a on a.id = p.advisory_id where a.feed_id = ? group by 2",
                feed,
                Rows.array("text", read.complete()),
                feed);
        jdbc.update(
                "insert into feed_ecosystems (feed_id, ecosystem, advisories, complete) select ?, e, 0, e = any(?)"
                        + " from unnest(?::text[]) e on conflict do nothing",
                feed,
                Rows.array("text", read.complete()),
                Rows.array("text", read.ecosystems()));
        sizes(feed);
    }

    /** Of a whole family, since a new release of a distribution has few of its own. */
    private void sizes(int feed) {
        Map<String, Integer> families = new HashMap<>();
        jdbc.query(
                "select split_part(e.ecosystem, ':', 1) as family, (select count(distinct p.advisory_id)"
                        + " from advisory_packages p join advisories a on a.id = p.advisory_id"
                        + " where a.feed_id = ? and p.ecosystem = any(array_agg(e.ecosystem))) as advisories"
                        + " from feed_ecosystems e where e.feed_id = ? and e.complete group by 1",
                row -> {
                    families.put(row.getString("family"), row.getInt("advisories"));
                },
                feed,
                feed);
        Rows rows = Rows.of("text", "int4", "int4", "bool");
        families.forEach((family, advisories) ->
                rows.add(family, advisories, UsualSize.of(family), UsualSize.isSmall(family, advisories)));
        rows.update(
                jdbc,
                "update feed_ecosystems e set family_advisories = u.advisories, usual = u.usual, small = u.small from "
                        + rows.unnest()
                        + " u(family, advisories, usual, small)"
                        + " where e.feed_id = ? and split_part(e.ecosystem, ':', 1) = u.family",
                feed);
    }
}
