package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of exceptions; those that are over stay in it. */
@Configuration(proxyBeanMethods = false)
class ExceptionLists {

    @Bean
    ListDefinition<ExceptionRow> exceptionList() {
        return ListDefinition.<ExceptionRow>of("exceptions")
                .select("e.*")
                .from("exceptions e")
                .forEveryone()
                .id("e.id", KeyType.ID)
                .term(Conditions.words(
                        "state", "where it stands", "e.state", words("REQUESTED", "APPROVED", "DENIED", "ENDED")))
                .term(Conditions.words(
                        "kind", "put off, or not applying", "e.kind", words("DEFERRAL", "FALSE_POSITIVE")))
                .term(Conditions.text("cve", "the vulnerability, as it was called", "e.vulnerability"))
                .term(Conditions.text("by", "who asked", "e.requested_by"))
                .term(Conditions.text("decided", "who decided", "e.decided_by"))
                .term(Conditions.text("cluster", "the cluster it is for", "e.cluster"))
                .term(Conditions.text("namespace", "the namespace it is for", "e.namespace"))
                .term(Conditions.age("age", "since it was asked for", "e.requested_at"))
                .searches("e.vulnerability")
                .searches("e.reason")
                .sort("requestedAt", "e.requested_at", KeyType.INSTANT)
                .sort("endsAt", "coalesce(e.ended_at, e.ends_at, timestamptz 'infinity')", KeyType.INSTANT)
                .sort("vulnerability", "e.vulnerability", KeyType.TEXT)
                .defaultSort("-requestedAt")
                .row(ExceptionTable::read);
    }

    private static Map<String, String> words(String... values) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String value : values) {
            words.put(value.toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return words;
    }
}
