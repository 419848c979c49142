package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the files of reports in the database, in pieces, so that every replica can hand them out and neither writer nor reader
 * holds a whole file in memory.
 */
@Component
class FileTable {

    private static final int PIECE = 256 * 1024;

    private final JdbcTemplate jdbc;

    FileTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the files of a job, within the present transaction. */
    void store(UUID job, List<? extends RenderedFile> files, Instant now) throws IOException {
        int ordinal = 0;
        for (RenderedFile rendered : files) {
            ReportFile file = rendered.file();
            UUID id = Ids.newId(now);
            jdbc.update(
                    "insert into report_files (id, job_id, ordinal, name, format, media_type, size, sha256)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    job,
                    ordinal++,
                    file.name(),
                    file.format() == null ? null : file.format().name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256());
            try (InputStream in = rendered.open()) {
                int piece = 0;
                for (byte[] bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                    jdbc.update(
                            "insert into report_chunks (file_id, ordinal, bytes) values (?, ?, ?)", id, piece++, bytes);
                }
            }
        }
    }

    /** The files of a job, in their order. */
    List<RenderedFile> of(UUID job) {
        return jdbc.query(
                "select * from report_files where job_id = ? order by ordinal",
                (row, number) -> {
                    String format = row.getString("format");
                    return new Kept(
                            Sql.uuid(row, "id"),
                            new ReportFile(
                                    row.getString("name"),
                                    format == null ? null : ReportFormat.valueOf(format),
                                    row.getString("media_type"),
                                    row.getLong("size"),
                                    row.getString("sha256")));
                },
                job);
    }

    private final class Kept implements RenderedFile {

        private final UUID id;
        private final ReportFile file;

        Kept(UUID id, ReportFile file) {
            this.id = id;
            this.file = file;
        }

        @Override
        public ReportFile file() {
            return file;
        }

        @Override
        public InputStream open() {
            return new SequenceInputStream(new Pieces(id, (file.size() + PIECE - 1) / PIECE));
        }
    }

    /** Reads one piece after the other, and holds no connection between them. */
    private final class Pieces implements Enumeration<InputStream> {

        private final UUID file;
        private final long count;
        private int next;

        Pieces(UUID file, long count) {
            this.file = file;
            this.count = count;
        }

        @Override
        public boolean hasMoreElements() {
            return next < count;
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException("the file has " + count + " pieces");
            }
            int wanted = next++;
            return jdbc
                    .query(
                            "select bytes from report_chunks where file_id = ? and ordinal = ?",
                            (row, number) -> row.getBytes("bytes"),
                            file,
                            wanted)
                    .stream()
                    .map(ByteArrayInputStream::new)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a piece of the file is gone: it expired just now"));
        }
    }
}
