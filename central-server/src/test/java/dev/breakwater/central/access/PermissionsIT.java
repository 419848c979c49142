package dev.breakwater.central.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.ReferencePage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of who may do what is what holds. */
@CentralApplication
class PermissionsIT {

    private static final String HEAD = """
            # Permissions

            What the roles of accounts and API tokens include. Made from the code, and asked over REST by a test; do not edit. `GET /api/v1/permissions`
            gives the same table.

            | what | %s |
            |---|%s
            """;

    private static final String FOOT = """

            * A role holds from the next request on, also for open pages: a change of role or password, and switching an account off,
              end its sessions at once in the replica that made the change and within five seconds in others.
            * One enabled administrator always stays: the last cannot be disabled, removed or given another role.
            * API tokens have a role of their own, live at most 366 days, and are kept as SHA-256 only. They sign in to the API, never to the console.
              The role `pipeline` is for them alone.
            * Passwords have %s. They are kept as BCrypt. None ever has to be changed
              because of its age; eight wrong ones within five minutes shut an account out for the address they came from until those have passed.
            * A session of the console ends after an hour without a word, after twelve hours however busy it was
              (`breakwater.console.longest-session`), and when its owner ends it on their page.
            """;

    @Autowired
    Api api;

    @Test
    void thePageTellsOfEveryPermission() {
        StringBuilder page =
                new StringBuilder(HEAD.formatted(String.join(" | ", names()), ":---:|".repeat(Role.values().length)));
        for (Permission permission : Permission.all()) {
            page.append("| ").append(ReferencePage.cell(permission.what())).append(" |");
            for (Role role : Role.values()) {
                page.append(permission.isFor(role) ? " yes |" : "  |");
            }
            page.append('\n');
        }
        ReferencePage.check("permissions.md", page + FOOT.formatted(People.PASSWORD_RULE));
    }

    @ParameterizedTest
    @MethodSource("dev.breakwater.central.access.Permission#all")
    void holds(Permission permission) {
        String body = permission.method().equals("GET") ? null : "{}";
        for (Role role : Role.values()) {
            String who = switch (role) {
                case ADMIN -> Api.ADMIN;
                case ANALYST -> Api.ANALYST;
                case PIPELINE, NODE -> api.token(role);
            };
            int status =
                    api.call(permission.method(), permission.path(), who, body).status();
            if (permission.isFor(role)) {
                assertThat(status).as(role + " " + permission).isNotIn(401, 403, 405, 500);
            } else {
                assertThat(status).as(role + " " + permission).isEqualTo(403);
            }
        }
    }

    private static Iterable<String> names() {
        return java.util.Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
