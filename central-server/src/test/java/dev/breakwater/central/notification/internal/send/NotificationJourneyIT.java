package dev.breakwater.central.notification.internal.send;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.internal.send.Receiver.Request;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.WorkloadSpec;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From what happens in a cluster to what arrives. */
class NotificationJourneyIT {

    @RegisterExtension
    static final NotifyingCentral notifying = NotifyingCentral.started();

    private final JudgingCentral central = notifying.central();

    @BeforeEach
    void clear() {
        notifying.clear();
        central.synced();
    }

    @Test
    void aViolationThatOpensArrivesAsASignedRequest() {
        Notifier hook = notifying.webhook();
        notifying.everythingTo(hook);

        central.send(deployment("shop", "opens", "registry.example.com/opens:1.0", true));
        assertThat(notifying.count("notification_items")).isPositive();
        assertThat(notifying.gather()).isPositive();
        assertThat(notifying.count("notification_items")).isZero();
        assertThat(notifying.send()).isPositive();

        List<Request> requests = notifying.receiver().requests();
        assertThat(requests).isNotEmpty().allSatisfy(request -> {
            long timestamp = Long.parseLong(request.header("Breakwater-Timestamp"));
            assertThat(timestamp).isEqualTo(central.clock().instant().getEpochSecond());
            assertThat(request.header("Breakwater-Signature"))
                    .matches("v1=[0-9a-f]{64}")
                    .isEqualTo(Signature.of(NotifyingCentral.KEY, timestamp, request.body()));
            assertThat(request.header("Breakwater-Id"))
                    .isEqualTo(request.json().get("id").asString());
            assertThat(request.header("Content-Type")).startsWith("application/json");
        });
        JsonNode group = group("Privileged container");
        assertThat(group.get("opened").asInt()).isEqualTo(1);
        assertThat(group.get("why").asString()).isNotBlank();
        assertThat(group.get("howToFix").asString()).isNotBlank();
        assertThat(group.get("link").asString()).startsWith("https://breakwater.example.com/violations?q=policy%3A");
        JsonNode place = group.get("places").get(0);
        assertThat(place.get("name").asString()).isEqualTo("opens");
        assertThat(place.get("namespace").asString()).isEqualTo("shop");
        assertThat(place.get("cluster").asString()).isEqualTo(JudgingCentral.CLUSTER_NAME);
        assertThat(place.get("link").asString())
                .isEqualTo("https://breakwater.example.com/violations/"
                        + place.get("violationId").asString());
        assertThat(states(hook)).containsOnly("DELIVERED");
    }

    @Test
    void aViolationThatIsMendedOrGoneIsToldAsResolved() {
        notifying.everythingTo(notifying.webhook());
        WorkloadSpec privileged = deployment("shop", "mended", "registry.example.com/mended:1.0", true);
        central.send(privileged);
        tell();

        notifying.receiver().clear();
        central.clock().advance(NotifyingCentral.INTERVAL);
        central.send(deployment("shop", "mended", "registry.example.com/mended:1.0", false));
        tell();
        assertThat(group("Privileged container").get("resolved").asInt()).isEqualTo(1);
        assertThat(group("Privileged container").get("opened").asInt()).isZero();

        notifying.receiver().clear();
        central.clock().advance(NotifyingCentral.INTERVAL);
        central.remove(privileged);
        tell();
        assertThat(groups())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.get("resolved").asInt()).isEqualTo(1));
    }

    @Test
    void nothingIsToldOfAClusterThatWasNeverReadCompletely() {
        central.jdbc().sql("update clusters set first_synced_at = null").update();
        notifying.everythingTo(notifying.webhook());

        central.send(deployment("shop", "provisional", "registry.example.com/p:1.0", true));

        assertThat(notifying.count("notification_items")).isZero();
        assertThat(notifying.gather()).isZero();
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        notifying.everythingTo(notifying.webhook());
        TransactionTemplate transaction = new TransactionTemplate(central.bean(PlatformTransactionManager.class));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    central.send(deployment("shop", "undone", "registry.example.com/u:1.0", true));
                    throw new IllegalStateException("the batch fails at its end");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(notifying.count("notification_items")).isZero();
    }

    @Test
    void aViolationThatOpensArrivesAsMail() throws Exception {
        notifying.everythingTo(notifying.email());
        central.send(deployment("shop", "mailed", "registry.example.com/mailed:1.0", true));
        tell();

        MimeMessage mail = StreamSupport.stream(
                        List.of(notifying.mail().getReceivedMessages()).spliterator(), false)
                .filter(each -> subject(each).contains("Privileged container"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.getSubject())
                .startsWith("[Breakwater] ")
                .contains("Deployment shop/mailed in " + JudgingCentral.CLUSTER_NAME);
        assertThat(mail.getAllRecipients()[0]).hasToString("ops@example.com");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + mail.getHeader("Breakwater-Id")[0] + "@breakwater.notification>");
        List<String> parts = parts((MimeMultipart) mail.getContent());
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0))
                .contains("Why it matters: ", "How to fix it: ", "https://breakwater.example.com/violations/");
        assertThat(parts.get(1))
                .startsWith("<!DOCTYPE html>")
                .contains("Why it matters", "href=\"https://breakwater.example.com/");
    }

    @Test
    void aPolicyAndOwnerAreToldOnceInAnInterval() {
        notifying.everythingTo(notifying.webhook());
        central.send(deployment("shop", "first", "registry.example.com/first:1.0", true));
        tell();
        int first = notifying.receiver().requests().size();

        notifying.receiver().clear();
        for (int i = 0; i < 15; i++) {
            central.send(deployment("shop", "later" + i, "registry.example.com/later:1.0", true));
        }
        tell();
        assertThat(notifying.receiver().requests()).isEmpty();
        assertThat(notifying.count("notification_items")).isPositive();

        central.clock().advance(NotifyingCentral.INTERVAL);
        tell();
        assertThat(notifying.receiver().requests()).hasSizeLessThanOrEqualTo(first);
        JsonNode group = group("Privileged container");
        assertThat(group.get("opened").asInt()).isEqualTo(15);
        assertThat(group.get("places")).hasSizeLessThanOrEqualTo(10);
        assertThat(group.get("more").asInt()).isEqualTo(15 - group.get("places").size());
    }

    @Test
    void aSyncThatOpensThousandsMakesFewMessages() {
        List<WorkloadSpec> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String name = "bulk" + i;
            Map<String, String> labels = Map.of("app", name, "team", "team-" + i % 60);
            many.add(deployment(
                    new ObjectMeta("bulk" + i % 20, name, "", labels, Map.of(), null),
                    "registry.example.com/bulk:1.0",
                    true,
                    "default"));
        }
        long before = open();
        long start = System.nanoTime();
        central.send(many);
        long without = System.nanoTime() - start;
        central.remove(many.toArray(WorkloadSpec[]::new));

        notifying.everythingTo(notifying.webhook());
        start = System.nanoTime();
        central.send(many);
        long with = System.nanoTime() - start;
        long opened = open() - before;
        long items = notifying.count("notification_items");
        tell();

        System.out.printf(
                "%d violations opened: sync %d ms without rules, %d ms with, %d rows to gather, %d messages%n",
                opened,
                without / 1_000_000,
                with / 1_000_000,
                items,
                notifying.receiver().requests().size());
        assertThat(opened).isGreaterThanOrEqualTo(15_000);
        assertThat(notifying.receiver().requests()).hasSizeLessThanOrEqualTo(10);
        JsonNode digest = notifying.receiver().requests().getFirst().json();
        assertThat(digest.get("kind").asString()).isEqualTo("DIGEST");
        assertThat(digest.get("opened").asLong()).isEqualTo(opened);
        assertThat(digest.get("groups").size()).isLessThanOrEqualTo(20);
        assertThat(notifying.receiver().requests().getFirst().body().length).isLessThan(200_000);
    }

    private void tell() {
        notifying.gather();
        notifying.send();
    }

    private long open() {
        return central.jdbc()
                .sql("select count(*) from violations where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    private List<JsonNode> groups() {
        List<JsonNode> groups = new ArrayList<>();
        notifying
                .receiver()
                .requests()
                .forEach(request -> request.json().get("groups").forEach(groups::add));
        return groups;
    }

    private JsonNode group(String policy) {
        return groups().stream()
                .filter(group -> group.get("policy").get("name").asString().equals(policy))
                .findFirst()
                .orElseThrow(() -> new AssertionError(groups().stream()
                        .map(g -> g.get("policy").get("name"))
                        .toList()
                        .toString()));
    }

    private List<String> states(Notifier notifier) {
        return central.jdbc()
                .sql("select state from notification_deliveries where notifier_id = ?")
                .param(notifier.id())
                .query(String.class)
                .list();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> parts(MimeMultipart content) throws Exception {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < content.getCount(); i++) {
            Object part = content.getBodyPart(i).getContent();
            if (part instanceof MimeMultipart inner) {
                parts.addAll(parts(inner));
            } else {
                parts.add(part.toString());
            }
        }
        return parts;
    }
}
