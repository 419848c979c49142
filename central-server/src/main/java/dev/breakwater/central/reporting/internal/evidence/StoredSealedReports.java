package dev.breakwater.central.reporting.internal.evidence;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.SealedReports;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import dev.breakwater.seal.SealRefused;
import dev.breakwater.seal.SealedBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class StoredSealedReports implements SealedReports {

    private final ReportJobs jobs;

    StoredSealedReports(ReportJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Bundle bundle(UUID id, AccessScope scope) {
        ReportJob job = jobs.get(id, scope);
        if (job.files().stream().noneMatch(file -> file.name().equals(Manifest.NAME))) {
            throw new NotFound("signed report", id.toString());
        }
        byte[] manifest = read(jobs.file(id, Manifest.NAME, scope));
        Seal seal = seal(read(jobs.file(id, Manifest.SIGNATURE, scope)));
        Map<String, SealedBundle.Content> files = new LinkedHashMap<>();
        for (ReportFile file : job.files()) {
            RenderedFile rendered = jobs.file(id, file.name(), scope);
            files.put(file.name(), rendered::open);
        }
        return new Bundle(name(job), seal.keyId(), out -> SealedBundle.write(manifest, seal, files, out));
    }

    private static String name(ReportJob job) {
        String first = job.files().getFirst().name();
        int dot = first.indexOf('.');
        return (dot > 0 ? first.substring(0, dot) : first) + ".zip";
    }

    private static Seal seal(byte[] json) {
        try {
            return Seal.read(json);
        } catch (SealRefused e) {
            throw new IllegalStateException("a stored signature cannot be read", e);
        }
    }

    private static byte[] read(RenderedFile file) {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
