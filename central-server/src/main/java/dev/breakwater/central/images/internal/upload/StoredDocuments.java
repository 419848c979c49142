package dev.breakwater.central.images.internal.upload;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.images.UploadedDocument;
import dev.breakwater.central.images.UploadedDocuments;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.scanner.sbom.Documents;
import dev.breakwater.scanner.sbom.ForeignReport;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps documents as contents, marked with who wrote them and when. */
@Service
class StoredDocuments implements UploadedDocuments {

    private final ScannedImages contents;
    private final DocumentTarget targets;
    private final JdbcTemplate jdbc;
    private final Audit audit;
    private final ImagesProperties properties;
    private final Clock clock;

    StoredDocuments(
            ScannedImages contents,
            DocumentTarget targets,
            JdbcTemplate jdbc,
            Audit audit,
            ImagesProperties properties,
            Clock clock) {
        this.contents = contents;
        this.targets = targets;
        this.jdbc = jdbc;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasAnyRole('ADMIN', 'PIPELINE')")
    public UploadedDocument upload(byte[] document, @Nullable String image) {
        ForeignReport report = read(document);
        DocumentTarget.Found target = targets.find(image, report.contents());
        String digest = target.digest().isEmpty() ? ofDocument(document) : target.digest();
        refuseLooked(digest);
        Instant now = clock.instant();
        Instant at = report.createdAt() == null || report.createdAt().isAfter(now) ? now : report.createdAt();
        String format = (report.format().title() + " " + report.formatVersion()).strip();
        String source = "uploaded " + report.format().title();
        ImageContents found = named(report.contents(), digest);
        String writer = report.source().isEmpty() ? "not said" : report.source();
        int id = contents.store(new ScannedContent(found, Set.of(), target.image(), false, source, writer, at));
        UploadedDocument uploaded = new UploadedDocument(
                id,
                digest,
                format,
                report.source(),
                report.createdAt(),
                found.packages().size(),
                !found.isComplete());
        audit.record(
                "uploaded",
                "image content",
                digest,
                found.reference().isEmpty() ? digest : found.reference(),
                null,
                uploaded);
        return uploaded;
    }

    private static ForeignReport read(byte[] document) {
        try {
            return Documents.read(document);
        } catch (UnreadableDocument e) {
            String field = e.field().isEmpty() ? "body" : "body/" + e.field();
            throw new InvalidRequest(field, document.length + " bytes", String.valueOf(e.getMessage()));
        }
    }

    /** What was seen is worth more than what was told. */
    private void refuseLooked(String digest) {
        List<String> looks = jdbc.queryForList(
                "select c.source || ' at ' || to_char(c.scanned_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC' from image_contents c join image_content_digests d on d.content_id = c.id"
                        + " where d.digest = ? and c.has_config and c.scanned_at > ?::timestamptz",
                String.class,
                digest,
                clock.instant().minus(properties.scanMaxAge()).toString());
        if (!looks.isEmpty()) {
            throw new Conflict("The image was looked into by " + looks.getFirst()
                    + "; what others found is not put in the place of that.");
        }
    }

    private static ImageContents named(ImageContents told, String digest) {
        return new ImageContents(
                told.reference(),
                digest,
                told.configDigest(),
                told.os(),
                told.layers(),
                told.packages(),
                told.secrets(),
                told.files(),
                told.config(),
                told.incomplete());
    }

    private static String ofDocument(byte[] document) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return "document:" + HexFormat.of().formatHex(sha.digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
