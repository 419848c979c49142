package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists of reports and of their jobs. Of no single cluster, so a narrowed scope sees none of them; those of the audit log are
 * left out by the services for whoever is no administrator.
 */
@Configuration(proxyBeanMethods = false)
class ReportLists {

    private static final String NEVER = "'-infinity'";
    private static final TypeReference<List<ReportFile>> FILES = new TypeReference<>() {};
    private static final TypeReference<List<ReportSent>> SENT = new TypeReference<>() {};

    @Bean
    ListDefinition<ReportDefinition> reportList() {
        return ListDefinition.<ReportDefinition>of("reports")
                .select("d.*")
                .from("report_definitions d")
                .id("d.id", KeyType.ID)
                .term(Conditions.nameOrId("report", "report, name or id", "d.name", "d.id"))
                .term(Conditions.words("kind", "what it is about", "d.kind", words(ReportKind.values())))
                .term(Conditions.text("author", "with whose rights it is made", "d.author"))
                .term(Conditions.flag("scheduled", "made by itself", "d.next_at is not null"))
                .term(Conditions.age("age", "since it was defined", "d.created_at"))
                .searches("d.name")
                .sort("name", "d.name", KeyType.TEXT)
                .sort("kind", "d.kind", KeyType.TEXT)
                .sort("author", "d.author", KeyType.TEXT)
                .sort("nextAt", "coalesce(d.next_at, 'infinity')", KeyType.INSTANT)
                .sort("updatedAt", "d.updated_at", KeyType.INSTANT)
                .defaultSort("name")
                .row(ReportLists::definition);
    }

    @Bean
    ListDefinition<ReportJob> reportJobList() {
        return ListDefinition.<ReportJob>of("reports/jobs")
                .select("""
                    j.*, (select json_agg(json_build_object('name', f.name, 'format', f.format, 'mediaType', f.media_type,
                        'size', f.size, 'sha256', f.sha256) order by f.ordinal)
                        from report_files f where f.job_id = j.id) as files,
                    (select json_agg(json_build_object('kind', s.kind, 'target', s.target, 'state', s.state,
                        'attempts', s.attempts, 'nextAt', case when s.state = 'QUEUED' then s.next_at end,
                        'outcome', s.outcome, 'deliveredAt', s.delivered_at) order by s.ordinal)
                        from report_deliveries s where s.job_id = j.id) as sent\
                    """)
                .from("report_jobs j")
                .id("j.id", KeyType.ID)
                .term(Conditions.nameOrId("report", "report, name or id", "j.name", "j.definition_id"))
                .term(Conditions.words("kind", "what it is about", "j.kind", words(ReportKind.values())))
                .term(Conditions.words(
                        "state",
                        "queued, running, done, failed or cancelled",
                        "j.state",
                        words(ReportJob.State.values())))
                .term(Conditions.text("by", "who asked, system for a schedule", "j.asked_by"))
                .term(Conditions.text("author", "with whose rights it is made", "j.author"))
                .term(Conditions.flag("kept", "its files are still here", "j.expires_at is not null"))
                .term(Conditions.age("age", "since it was asked for or due", "j.created_at"))
                .searches("j.name")
                .searches("j.reason")
                .sort("createdAt", "j.created_at", KeyType.INSTANT)
                .sort("finishedAt", "coalesce(j.finished_at, " + NEVER + ")", KeyType.INSTANT)
                .sort("name", "j.name", KeyType.TEXT)
                .sort("kind", "j.kind", KeyType.TEXT)
                .sort("state", "j.state", KeyType.TEXT)
                .defaultSort("-createdAt")
                .row(ReportLists::job);
    }

    private static Map<String, String> words(Enum<?>[] values) {
        Map<String, String> words = new LinkedHashMap<>();
        Stream.of(values)
                .map(Enum::name)
                .forEach(name -> words.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), name));
        return words;
    }

    private static ReportDefinition definition(ResultSet row) throws SQLException {
        return new ReportDefinition(
                Sql.uuid(row, "id"),
                JsonMapper.shared().readValue(row.getString("document"), ReportDraft.class),
                row.getString("author"),
                Sql.instantOrNull(row, "next_at"),
                row.getInt("version"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    private static ReportJob job(ResultSet row) throws SQLException {
        ReportJob.State state = ReportJob.State.valueOf(row.getString("state"));
        String files = row.getString("files");
        String sent = row.getString("sent");
        String definition = row.getString("definition_id");
        return new ReportJob(
                Sql.uuid(row, "id"),
                definition == null ? null : Sql.uuid(row, "definition_id"),
                row.getString("name"),
                ReportKind.valueOf(row.getString("kind")),
                row.getString("author"),
                row.getString("cause"),
                row.getString("asked_by"),
                Sql.instantOrNull(row, "due_at"),
                state,
                row.getInt("progress"),
                row.getString("step"),
                row.getString("reason"),
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                state == ReportJob.State.QUEUED ? Sql.instant(row, "next_at") : null,
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "finished_at"),
                Sql.instantOrNull(row, "data_as_of"),
                row.getString("rights"),
                Sql.instantOrNull(row, "expires_at"),
                files == null ? List.of() : JsonMapper.shared().readValue(files, FILES),
                sent == null ? List.of() : JsonMapper.shared().readValue(sent, SENT));
    }
}
