package dev.breakwater.launcher;

import org.jspecify.annotations.Nullable;

/** What the person at the console is told when everything runs. */
final class Welcome {

    private Welcome() {}

    static String text(Settings settings, @Nullable String newPassword) {
        String signIn = newPassword == null
                ? "Sign in    admin, with the password of the first start"
                : settings.adminPassword().isEmpty()
                        ? "Sign in    admin / " + newPassword + "   (shown only now; keep it)"
                        : "Sign in    admin, with the password from BREAKWATER_ADMIN_PASSWORD";
        String demo = settings.demo()
                ? "Look at    Violations and Risk: three demo clusters are being read now"
                : "Add        a cluster under Clusters";
        return """

                  Breakwater is running: EVALUATION ONLY (embedded PostgreSQL, everything on this machine)

                  Console    %s
                  REST       %s/api/v1   (description: /api/openapi.yaml)
                  Sensors    localhost:%d
                  %s
                  %s
                  Data       %s
                  Logs       %s

                  Stop with Ctrl C. For production see docs/how-to/run-in-production.md.
                """.formatted(
                        settings.consoleUrl(),
                        settings.consoleUrl(),
                        settings.linkPort(),
                        signIn,
                        demo,
                        settings.data(),
                        settings.data().resolve("logs"));
    }
}
