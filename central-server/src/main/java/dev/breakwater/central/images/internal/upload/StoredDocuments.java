package dev.breakwater.central.images.internal.upload;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.images.ScannerClaims;
import dev.breakwater.central.images.UploadedDocument;
import dev.breakwater.central.images.UploadedDocuments;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.scanner.sbom.Documents;
import dev.breakwater.scanner.sbom.ForeignReport;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps documents as contents, marked with who wrote them and when. */
@Service
class StoredDocuments implements UploadedDocuments {

    /** So that nobody takes the time of the upload for that of the document. */
    private static final String UNDATED = ", undated";

    private static final String WHICH =
            "select c.id, c.digest, c.source || ' at ' || to_char(c.scanned_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')"
                    + " || ' UTC' as words from image_contents c";

    private final ScannedImages contents;
    private final ObjectProvider<ScannerClaims> claims;
    private final DocumentTarget targets;
    private final JdbcTemplate jdbc;
    private final Audit audit;
    private final ImagesProperties properties;
    private final Clock clock;

    StoredDocuments(
            ScannedImages contents,
            ObjectProvider<ScannerClaims> claims,
            DocumentTarget targets,
            JdbcTemplate jdbc,
            Audit audit,
            ImagesProperties properties,
            Clock clock) {
        this.contents = contents;
        this.claims = claims;
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
        ForeignReport report = ofImage(read(document));
        DocumentTarget.Found target = targets.find(image, report.contents());
        String digest = target.digest().isEmpty() ? ofDocument(document) : target.digest();
        Looked looked = looked(digest, claims(report) ? target.image() : null);
        if (looked == null && !report.contents().isComplete()) {
            looked = fuller(digest, report);
        }
        if (looked != null && !claims(report)) {
            throw new Conflict(looked.words());
        }
        Instant now = clock.instant();
        Instant at = report.createdAt() == null || report.createdAt().isAfter(now) ? now : report.createdAt();
        String format = (report.format().title() + " " + report.formatVersion()).strip();
        String source = "uploaded " + report.format().title() + (report.createdAt() == null ? UNDATED : "");
        ImageContents found = named(report.contents(), digest);
        String writer = report.source().isEmpty() ? "not said" : report.source();
        int id = looked == null
                ? contents.store(new ScannedContent(found, Set.of(), target.image(), false, source, writer, at))
                : looked.content();
        ScannerClaims.Kept kept = claims(report) ? keep(id, report, format, at) : ScannerClaims.Kept.NOTHING;
        UploadedDocument uploaded = new UploadedDocument(
                id,
                looked == null ? digest : looked.digest(),
                format,
                report.source(),
                report.createdAt(),
                found.packages().size(),
                kept.claims(),
                kept.unread(),
                looked != null,
                !found.isComplete());
        audit.record(
                "uploaded",
                looked == null ? "image content" : "claims of a scanner",
                uploaded.digest(),
                found.reference().isEmpty() ? digest : found.reference(),
                null,
                uploaded);
        return uploaded;
    }

    /** Whatever it says it is of: as the content of an image it does not know what it does not say. */
    private static ForeignReport ofImage(ForeignReport told) {
        if (told.saysDistribution() || told.contents().incomplete().contains(ForeignReport.NO_DISTRIBUTION)) {
            return told;
        }
        List<Unread> incomplete = new ArrayList<>(told.contents().incomplete());
        incomplete.add(ForeignReport.NO_DISTRIBUTION);
        return told.with(told.contents().withIncomplete(incomplete));
    }

    private static ForeignReport read(byte[] document) {
        try {
            return Documents.read(document);
        } catch (UnreadableDocument e) {
            String field = e.field().isEmpty() ? "body" : "body/" + e.field();
            throw InvalidRequest.document(field, document.length, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What is kept of the image and not replaced.
     *
     * @param words why it stays
     */
    private record Looked(int content, String digest, String words) {}

    /** What was seen is worth more than what was told; {@code null} = nobody here looked lately. */
    private @Nullable Looked looked(String digest, @Nullable UUID image) {
        return jdbc
                .query(
                        WHICH + " where c.has_config and c.scanned_at > ?::timestamptz"
                                + " and (c.id in (select content_id from image_content_digests where digest = ?)"
                                + " or c.id in (select content_id from contents_of_images where image_id = ?)) limit 1",
                        (row, number) -> new Looked(
                                row.getInt("id"),
                                row.getString("digest"),
                                "The image was looked into by " + row.getString("words")
                                        + "; what others found is not put in the place of that."),
                        clock.instant().minus(properties.scanMaxAge()).toString(),
                        digest,
                        image)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * What tells all of an image is worth more than what tells a part, and so is what names more packages than those with findings;
     * {@code null} = there is none, or it is too old to say so.
     */
    private @Nullable Looked fuller(String digest, ForeignReport report) {
        int named = report.namesPackages()
                ? Integer.MAX_VALUE
                : report.contents().packages().size();
        return jdbc
                .query(
                        WHICH + " where (c.complete or c.package_count > ?) and c.scanned_at > ?::timestamptz"
                                + " and c.id in (select content_id from image_content_digests where digest = ?) limit 1",
                        (row, number) -> new Looked(
                                row.getInt("id"),
                                row.getString("digest"),
                                "A fuller bill of the image is kept, " + row.getString("words")
                                        + "; one that tells less is not put in the place of that."),
                        named,
                        clock.instant().minus(properties.scanMaxAge()).toString(),
                        digest)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Whether it says what is wrong with the image, be it nothing. */
    private static boolean claims(ForeignReport report) {
        boolean ofScanner = switch (report.format()) {
            case TRIVY, GRYPE, CLAIR -> true;
            case CYCLONEDX, SPDX -> false;
        };
        return ofScanner || !report.findings().isEmpty();
    }

    private ScannerClaims.Kept keep(int content, ForeignReport report, String format, Instant at) {
        String program = report.source().isEmpty() ? report.format().title() : report.source();
        String scanner = program.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return claims.orderedStream()
                .map(one ->
                        one.keep(content, new ScannerClaims.Report(scanner, program, format, at, report.findings())))
                .findFirst()
                .orElse(ScannerClaims.Kept.NOTHING);
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
