package dev.breakwater.central.access;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who stands behind an actor: a token acts for whoever made it, or made the token that made it. */
@Component
public class Persons {

    private static final String TOKEN = "token:";

    private final JdbcTemplate jdbc;

    Persons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is a token, which answers for nothing by itself. */
    public static boolean isToken(String actor) {
        return actor.startsWith(TOKEN);
    }

    /** The names of the people behind an actor, in lower case, and the actor's own. */
    public List<String> behind(String actor) {
        TreeSet<String> names = new TreeSet<>();
        names.add(actor.toLowerCase(Locale.ROOT));
        if (isToken(actor)) {
            jdbc.query(
                    """
                    with recursive made (by) as (
                        select created_by from api_tokens where name = substr(?, 7)
                        union
                        select t.created_by from made m join api_tokens t on m.by = 'token:' || t.name)
                    select by from made
                    """,
                    row -> {
                        names.add(row.getString(1).toLowerCase(Locale.ROOT));
                    },
                    actor);
        }
        return List.copyOf(names);
    }
}
