package dev.breakwater.central.transfer;

import dev.breakwater.central.access.People;
import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;

/**
 * What the product does from a command line, with nothing but its jar and its database: no port is opened, nothing is judged,
 * no account is made. Whoever can reach the database may do all of it. Data goes to the standard output, talk to the error
 * output.
 */
public final class Commands {

    /** It was done. */
    public static final int DONE = 0;

    /** What is there is in the way; nothing was changed. */
    public static final int REFUSED = 1;

    /** The command or the file cannot be used. */
    public static final int USAGE = 2;

    /** The database could not be used. */
    public static final int FAILED = 3;

    private static final Set<String> NAMES = Set.of("export", "import", "set-password", "help");
    private static final String HELP = """
            java -jar breakwater.jar                       starts central
            java -jar breakwater.jar export FILE           writes what people made; FILE may be - for the standard output
                --with-password-hashes                     with the hashes of passwords: keep the file as you keep the database
            java -jar breakwater.jar import FILE           takes such a file in, all of it or nothing; FILE may be -
                --dry-run                                  only tells what would be done
                --on-conflict refuse|keep|overwrite        what becomes of items that are here in another form; else refuse
                --skip SECTION,SECTION                     leaves sections of the file out
            java -jar breakwater.jar set-password USER     sets a password, read from BREAKWATER_PASSWORD or the standard input

            The database is that of SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.
            Ends with 0: done, 1: what is there is in the way, 2: the command or the file cannot be used, 3: the database cannot.
            """;

    private final PrintStream out;
    private final PrintStream talk;

    private Commands(PrintStream out, PrintStream talk) {
        this.out = out;
        this.talk = talk;
    }

    /** Whether these arguments ask for a command, and not for central to be started. */
    public static boolean asked(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("--");
    }

    /**
     * Does what is asked for.
     *
     * @param application the assembly, as it is started as a server
     * @param settings of Spring, such as {@code --spring.datasource.url=…}, besides those of the environment
     * @return how the process is to end
     */
    public static int run(
            Class<?> application, List<String> settings, PrintStream out, PrintStream talk, String... arguments) {
        return new Commands(out, talk).run(application, settings, arguments);
    }

    private int run(Class<?> application, List<String> settings, String... arguments) {
        if (!NAMES.contains(arguments[0])) {
            talk.println("The command is '" + arguments[0] + "'; allowed: export, import, set-password, help.");
            return USAGE;
        }
        if (arguments[0].equals("help")) {
            out.print(HELP);
            return DONE;
        }
        try {
            CommandLine line = CommandLine.of(arguments);
            try (ConfigurableApplicationContext context = start(application, settings)) {
                context.getBean(SchemaCheck.class).check(line.name().equals("import"));
                signIn();
                return switch (line.name()) {
                    case "export" -> export(context.getBean(Transfer.class), line);
                    case "import" -> take(context.getBean(Transfer.class), line);
                    default -> setPassword(context.getBean(People.class), line);
                };
            } finally {
                SecurityContextHolder.clearContext();
            }
        } catch (InvalidRequest | NotFound e) {
            talk.println(e.getMessage());
            return USAGE;
        } catch (Conflict | Busy e) {
            talk.println(e.getMessage());
            return REFUSED;
        } catch (IOException | UncheckedIOException e) {
            talk.println("The file cannot be used: " + e.getMessage());
            return USAGE;
        } catch (DataAccessException | TransactionException e) {
            talk.println(
                    "The database cannot be used: " + e.getMostSpecificCause().getMessage());
            return FAILED;
        } catch (RuntimeException e) {
            talk.println("Failed: " + rootOf(e));
            return FAILED;
        }
    }

    private static ConfigurableApplicationContext start(Class<?> application, List<String> settings) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.addInitializers(NothingStarts::in);
        List<String> all = new java.util.ArrayList<>(List.of(
                "--breakwater.console.enabled=false",
                "--spring.flyway.enabled=false",
                "--spring.datasource.hikari.maximum-pool-size=2",
                "--logging.threshold.console=OFF"));
        all.addAll(settings);
        return spring.run(all.toArray(String[]::new));
    }

    private static void signIn() {
        UsernamePasswordAuthenticationToken who = UsernamePasswordAuthenticationToken.authenticated(
                "command line", null, List.of(new SimpleGrantedAuthority("ROLE_ADMIN")));
        who.setDetails(new Actor("command line", "SYSTEM", ""));
        SecurityContextHolder.getContext().setAuthentication(who);
    }

    private int export(Transfer transfer, CommandLine line) throws IOException {
        boolean passwords = line.has("--with-password-hashes");
        if (line.argument().equals("-")) {
            transfer.write(out, passwords);
        } else {
            OwnerFile.write(line.file(), to -> transfer.write(to, passwords));
            talk.println("Written to " + line.file());
        }
        return DONE;
    }

    private int take(Transfer transfer, CommandLine line) throws IOException {
        ImportWish wish = new ImportWish(line.has("--dry-run"), line.onConflict(), line.skip());
        ImportReport report;
        try (var in = line.open()) {
            report = transfer.read(in, wish);
        }
        for (ImportReport.SectionReport section : report.sections()) {
            talk.printf(
                    "%-16s %d new, %d the same, %d kept, %d overwritten, %d left out%n",
                    section.name(),
                    section.create(),
                    section.same(),
                    section.keep(),
                    section.overwrite(),
                    section.skip());
            for (ImportReport.Item item : section.items()) {
                if (item.action() != ImportReport.Action.CREATE) {
                    talk.println("  " + item.action() + " " + item.key()
                            + (item.why().isEmpty() ? "" : ": " + item.why()));
                    item.differences()
                            .forEach(difference -> talk.println("    " + difference.component() + ": here '"
                                    + difference.here() + "', in the file '" + difference.wanted() + "'"));
                }
            }
        }
        talk.println(report.applied() ? "Taken in." : "Nothing was changed.");
        return DONE;
    }

    private int setPassword(People people, CommandLine line) throws IOException {
        String password = System.getenv("BREAKWATER_PASSWORD");
        if (password == null) {
            talk.println("New password of " + line.argument() + ":");
            password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        }
        people.changePassword(line.argument(), password == null ? "" : password);
        talk.println("The password of " + line.argument() + " is set.");
        return DONE;
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
