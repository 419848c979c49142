package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One entry with what was before and after. */
final class AuditDetail extends Div {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    AuditDetail(Opened<AuditEntry> opened, TimeWords times, Consumer<@Nullable AuditEntry> open) {
        AuditEntry entry = opened.row();
        addClassName("bw-detail");
        add(new DetailBar(opened, "entry", open));
        add(Markup.heading(entry.actor() + " " + entry.action() + " " + entry.objectType() + " " + entry.objectName()));
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "When", times.exact(entry.at()));
        fact(facts, "How", channel(entry));
        fact(facts, "From", entry.sourceIp());
        fact(facts, "Object", entry.objectType() + (entry.objectId().isEmpty() ? "" : " " + entry.objectId()));
        fact(facts, "Trace", entry.requestId());
        add(facts);
        state("Before", entry.before());
        state("After", entry.after());
    }

    /** How somebody acted, in words. */
    static String channel(AuditEntry entry) {
        return entry.channel().toLowerCase(Locale.ROOT).replace("api", "REST");
    }

    private static void fact(DescriptionList facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        }
    }

    private void state(String title, @Nullable String json) {
        if (json != null) {
            Pre text = Markup.lines(pretty(json));
            text.addClassName("bw-code");
            add(Markup.subheading(title), text);
        }
    }

    private static String pretty(String json) {
        try {
            return JSON.writeValueAsString(JSON.readTree(json));
        } catch (JacksonException e) {
            return json;
        }
    }
}
