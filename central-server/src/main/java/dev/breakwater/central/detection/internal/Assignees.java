package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.Assignee.Kind;
import dev.breakwater.central.platform.InvalidRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** To whom violations can be given. */
@Component
class Assignees {

    private static final int SHOWN = 1_000;

    private final JdbcTemplate jdbc;

    Assignees(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Assignee> all() {
        return Stream.concat(
                        names("select username from users where enabled order by username")
                                .map(name -> new Assignee(Kind.PERSON, name)),
                        names("select distinct team from workloads where team <> '' order by team")
                                .map(name -> new Assignee(Kind.TEAM, name)))
                .toList();
    }

    private Stream<String> names(String sql) {
        return jdbc.queryForList(sql + " limit " + SHOWN, String.class).stream();
    }

    void check(Assignee assignee) {
        String sql = switch (assignee.kind()) {
            case PERSON -> "select exists (select 1 from users where username = ? and enabled)";
            case TEAM -> "select exists (select 1 from workloads where team = ? and team <> '')";
        };
        if (!Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class, assignee.name()))) {
            throw new InvalidRequest(
                    "assignee",
                    assignee.name(),
                    assignee.kind() == Kind.PERSON
                            ? "the name of a person who can sign in"
                            : "a team that owns a workload");
        }
    }
}
