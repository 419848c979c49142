package dev.breakwater.central.reporting.internal.evidence;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.SealedReports;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import dev.breakwater.seal.SealRefused;
import java.util.List;
import java.util.Optional;
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
        if (!isSigned(job)) {
            throw new NotFound("signed report", id.toString());
        }
        List<RenderedFile> files = files(job, scope);
        return new Bundle(
                SignedFiles.bundleName(job.files().getFirst()),
                SignedFiles.seal(files).keyId(),
                out -> SignedFiles.bundle(files, out));
    }

    @Override
    public Optional<Proof> proof(UUID id, AccessScope scope) {
        ReportJob job = jobs.get(id, scope);
        if (!isSigned(job)) {
            return Optional.empty();
        }
        List<RenderedFile> files = files(job, scope);
        byte[] manifest = SignedFiles.bytes(files, Manifest.NAME);
        Seal seal = SignedFiles.seal(files);
        try {
            return Optional.of(new Proof(Manifest.read(manifest), Digests.sha256(manifest), seal.keyId()));
        } catch (SealRefused e) {
            throw new IllegalStateException("a stored manifest cannot be read", e);
        }
    }

    private static boolean isSigned(ReportJob job) {
        return job.files().stream().anyMatch(file -> file.name().equals(Manifest.NAME));
    }

    private List<RenderedFile> files(ReportJob job, AccessScope scope) {
        return job.files().stream()
                .map(file -> jobs.file(job.id(), file.name(), scope))
                .toList();
    }
}
