package dev.breakwater.central.notification.web;

import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.notification.TestOutcome;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.engine.model.Severity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Targets of messages, and the rules that say what goes to them. Secrets are written, never read. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Notifications")
class NotificationController {

    record Targets(List<Notifier> items) {}

    record Rules(List<NotificationRule> items) {}

    record Email(
            @NotNull String host,
            @NotNull Integer port,
            EmailSettings.@NotNull Tls tls,
            @Nullable String username,
            @NotNull String from,
            @NotNull List<@NotNull String> to) {

        EmailSettings settings() {
            return new EmailSettings(host, port, tls, Objects.requireNonNullElse(username, ""), from, to);
        }
    }

    record Webhook(@NotNull String url) {}

    record Bucket(
            @NotNull String endpoint,
            @NotNull String region,
            @NotNull String bucket,
            @Nullable String prefix,
            @NotNull String accessKey) {

        BucketSettings settings() {
            return new BucketSettings(endpoint, region, bucket, Objects.requireNonNullElse(prefix, ""), accessKey);
        }
    }

    record Target(
            @NotNull String name,
            @NotNull NotifierKind kind,
            @Nullable Boolean enabled,
            @Valid @Nullable Email email,
            @Valid @Nullable Webhook webhook,
            @Valid @Nullable Bucket bucket,

            @Schema(
                    description =
                            "Password of the mail server, key of the signature, or secret key of the bucket; absent = the one"
                                    + " that is kept",
                    accessMode = Schema.AccessMode.WRITE_ONLY)
            @Nullable
            String secret) {

        NotifierDraft draft() {
            return new NotifierDraft(
                    name,
                    kind,
                    enabled == null || enabled,
                    email == null ? null : email.settings(),
                    webhook == null ? null : new WebhookSettings(webhook.url()),
                    bucket == null ? null : bucket.settings(),
                    secret);
        }
    }

    record Rule(
            @NotNull String name,
            @Nullable Boolean enabled,
            @NotNull Set<@NotNull NotificationEvent> events,
            @Nullable Severity minimumSeverity,
            @Nullable List<@NotNull UUID> policies,
            @Nullable List<@NotNull String> owners,
            @Nullable List<@NotNull String> clusters,
            @Nullable List<@NotNull String> marks,
            @Nullable List<@NotNull UUID> notifiers,
            @Nullable Boolean toNamespaceTarget,
            @Nullable Boolean goOn) {

        RuleDraft draft() {
            return new RuleDraft(
                    name,
                    enabled == null || enabled,
                    events,
                    minimumSeverity,
                    Objects.requireNonNullElse(policies, List.of()),
                    Objects.requireNonNullElse(owners, List.of()),
                    Objects.requireNonNullElse(clusters, List.of()),
                    Objects.requireNonNullElse(marks, List.of()),
                    Objects.requireNonNullElse(notifiers, List.of()),
                    Boolean.TRUE.equals(toNamespaceTarget),
                    Boolean.TRUE.equals(goOn));
        }
    }

    record Order(@NotNull List<@NotNull UUID> ids) {}

    private final Notifiers notifiers;
    private final NotificationRules rules;

    NotificationController(Notifiers notifiers, NotificationRules rules) {
        this.notifiers = notifiers;
        this.rules = rules;
    }

    @GetMapping("/notifiers")
    @Operation(summary = "The targets, and how it goes with each")
    Targets targets() {
        return new Targets(notifiers.list());
    }

    @GetMapping("/notifiers/{id}")
    Notifier target(@PathVariable UUID id) {
        return notifiers.get(id);
    }

    @PostMapping("/notifiers")
    @ResponseStatus(HttpStatus.CREATED)
    Notifier create(@Valid @RequestBody Target target) {
        return notifiers.create(target.draft());
    }

    @PutMapping("/notifiers/{id}")
    Notifier update(@PathVariable UUID id, @Valid @RequestBody Target target) {
        return notifiers.update(id, target.draft());
    }

    @DeleteMapping("/notifiers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        notifiers.delete(id);
    }

    @PostMapping("/notifiers/{id}/test")
    @Operation(summary = "Sends a test message as the target is kept, and answers what came of it")
    TestOutcome test(@PathVariable UUID id) {
        return notifiers.test(id);
    }

    @PostMapping("/notifiers/test")
    @Operation(summary = "Sends a test message before anything is kept, and answers what came of it")
    TestOutcome test(@Valid @RequestBody Target target, @RequestParam(required = false) @Nullable UUID id) {
        return notifiers.test(target.draft(), id);
    }

    @GetMapping("/notification-rules")
    @Operation(
            summary =
                    "The rules in the order in which they are asked; the first that fits decides, unless it says to go on")
    Rules rules() {
        return new Rules(rules.list());
    }

    @GetMapping("/notification-rules/{id}")
    NotificationRule rule(@PathVariable UUID id) {
        return rules.get(id);
    }

    @PostMapping("/notification-rules")
    @ResponseStatus(HttpStatus.CREATED)
    NotificationRule create(@Valid @RequestBody Rule rule) {
        return rules.create(rule.draft());
    }

    @PutMapping("/notification-rules/{id}")
    NotificationRule update(@PathVariable UUID id, @Valid @RequestBody Rule rule) {
        return rules.update(id, rule.draft());
    }

    @DeleteMapping("/notification-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteRule(@PathVariable UUID id) {
        rules.delete(id);
    }

    @PutMapping("/notification-rules/order")
    @Operation(summary = "Puts the rules in another order")
    Rules order(@Valid @RequestBody Order order) {
        return new Rules(rules.order(order.ids()));
    }
}
