package dev.breakwater.central.images.internal.registry;

import dev.breakwater.central.images.RegistryTest;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.registry.RegistryClient;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Calls a registry as a scan would, for the test button: for a repository that runs here, else for one that is not there. */
@Component
class RegistryCall {

    /** That it is not there is an answer, too: the registry was reached and took the credentials. */
    private static final String NOBODYS = "breakwater-connection-test/none";

    private final JdbcTemplate jdbc;

    RegistryCall(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    RegistryTest test(RegistryAccess access) {
        long begin = System.nanoTime();
        AtomicBoolean plain = new AtomicBoolean();
        String repository = running(access.host());
        try (RegistryClient client = new RegistryClient(access, host -> plain.set(true))) {
            List<String> tags = client.tags(repository, 100);
            return outcome(true, plain.get(), repository + " has " + tags.size() + " tags or more.", begin);
        } catch (ScanFailed e) {
            boolean answered = e.reason() == ScanFailed.Reason.NOT_FOUND && repository.equals(NOBODYS);
            return outcome(
                    answered,
                    plain.get(),
                    answered ? "The registry answers and takes the credentials." : String.valueOf(e.getMessage()),
                    begin);
        } catch (IOException e) {
            return outcome(false, plain.get(), String.valueOf(e.getMessage()), begin);
        }
    }

    private static RegistryTest outcome(boolean reached, boolean plain, String detail, long begin) {
        return new RegistryTest(reached, plain, detail, (System.nanoTime() - begin) / 1_000_000);
    }

    private String running(String host) {
        return jdbc
                .queryForList(
                        "select repository from images where registry = ? order by first_seen_at desc limit 1",
                        String.class,
                        host.toLowerCase(Locale.ROOT))
                .stream()
                .findFirst()
                .orElse(NOBODYS);
    }
}
