package dev.breakwater.central.vulnerabilities.internal.vex;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.vulnerabilities.VexDocumentDetail;
import dev.breakwater.central.vulnerabilities.VexDocumentRow;
import dev.breakwater.central.vulnerabilities.VexImports;
import dev.breakwater.central.vulnerabilities.VexStatementRow;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingLock;
import dev.breakwater.central.vulnerabilities.internal.vex.VexEffect.Reach;
import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import dev.breakwater.scanner.vex.VexDocuments;
import dev.breakwater.scanner.vex.VexFormat;
import dev.breakwater.scanner.vex.VexWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredVexImports implements VexImports {

    private static final int LONGEST_NAME = 300;

    private final JdbcTemplate jdbc;
    private final VexTable table;
    private final VexPackages packages;
    private final VexEffect effect;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredVexImports(
            JdbcTemplate jdbc,
            VexTable table,
            VexPackages packages,
            VexEffect effect,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.packages = packages;
        this.effect = effect;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public VexDocumentRow bring(byte[] content, String source, AccessScope scope) {
        requireEverything(scope);
        VexDocuments.Read read = read(content);
        VexDocument document = read.document();
        check(document);
        // No package may get its findings between the binding and the commit.
        MatchingLock.hold(jdbc);
        VexDocumentRow before = table.find(document.id()).orElse(null);
        refuseOlder(before, document);
        if (before == null && table.count() >= MOST_DOCUMENTS) {
            throw new Conflict(
                    "There are " + MOST_DOCUMENTS + " VEX documents, the most that are kept. Remove one first.");
        }
        Reach reached = effect.of(document.id());
        table.delete(document.id());
        table.insert(document, read.format(), cut(source), actors.current().name(), clock.instant(), content);
        packages.brought(document.id());
        effect.changed(reached.and(effect.of(document.id())), "the VEX document " + document.id() + " was brought");
        VexDocumentRow after = table.find(document.id()).orElseThrow();
        audit.record("brought", "VEX document", document.id(), document.id(), before, after);
        return after;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void remove(String id, AccessScope scope) {
        requireEverything(scope);
        MatchingLock.hold(jdbc);
        VexDocumentRow before = table.find(id).orElseThrow(() -> new NotFound("VEX document", id));
        Reach reached = effect.of(id);
        table.delete(id);
        effect.changed(reached, "the VEX document " + id + " was removed");
        audit.record("removed", "VEX document", id, id, before, null);
    }

    @Override
    public List<VexDocumentRow> list() {
        return table.list();
    }

    @Override
    public VexDocumentDetail get(String id, AccessScope scope) {
        requireEverything(scope);
        VexDocumentRow document = table.find(id).orElseThrow(() -> new NotFound("VEX document", id));
        VexEffect.Cover cover = effect.cover(id);
        return new VexDocumentDetail(
                document, cover.findings(), cover.dismissed(), table.statements(id, VexDocumentDetail.MOST));
    }

    @Override
    public void write(String id, VexFormat format, OutputStream to) throws IOException {
        byte[] content = table.content(id).orElseThrow(() -> new NotFound("VEX document", id));
        VexWriter.write(format, read(content).document(), to);
    }

    @Override
    public List<VexStatementRow> of(int vulnerability, AccessScope scope) {
        return table.of(vulnerability, scope);
    }

    private static void requireEverything(AccessScope scope) {
        if (!scope.everything()) {
            throw new AccessDeniedException("a VEX document holds everywhere");
        }
    }

    private static VexDocuments.Read read(byte[] content) {
        if (content.length > LARGEST) {
            throw new InvalidRequest("body", content.length + " bytes", "at most " + LARGEST + " bytes");
        }
        try {
            return VexDocuments.read(new ByteArrayInputStream(content));
        } catch (UnreadableDocument e) {
            String field = e.field().isEmpty() ? "body" : "body/" + e.field();
            throw InvalidRequest.document(field, content.length, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(VexDocument document) {
        if (document.id().isBlank() || document.id().length() > LONGEST_NAME) {
            throw new InvalidRequest("body/id", cut(document.id()), "an id of 1 to " + LONGEST_NAME + " characters");
        }
        long products = document.statements().stream()
                .mapToLong(one -> one.products().size())
                .sum();
        if (products == 0 || products > MOST_PRODUCTS) {
            throw new InvalidRequest(
                    "body/statements", products + " products", "1 to " + MOST_PRODUCTS + " over all statements");
        }
    }

    /** An older one would take back what a newer one says. */
    private static void refuseOlder(@Nullable VexDocumentRow before, VexDocument document) {
        if (before == null) {
            return;
        }
        Instant then = before.writtenAt();
        Instant now = document.timestamp();
        boolean isOlder = then != null && now != null && !then.equals(now)
                ? now.isBefore(then)
                : document.version() < before.version();
        if (isOlder) {
            throw new Conflict("A newer one of this id is here: version " + before.version() + ", written at " + then
                    + ". Remove it first if this one shall hold.");
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }
}
