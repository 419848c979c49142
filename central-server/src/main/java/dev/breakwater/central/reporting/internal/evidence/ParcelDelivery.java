package dev.breakwater.central.reporting.internal.evidence;

import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.Parcels;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDelivery;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.seal.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Brings reports to targets of notifications: their secrets, addresses and certificates are kept there once. */
public final class ParcelDelivery implements ReportDelivery {

    /** The setting of a destination by mail that names who gets it. */
    public static final String TO = "to";

    private final NotifierKind kind;
    private final String title;
    private final Parcels parcels;
    private final SigningKeys keys;
    private final SealedDays days;

    /**
     * One way.
     *
     * @param kind of the targets that it goes to
     * @param title what it does, in words
     */
    public ParcelDelivery(NotifierKind kind, String title, Parcels parcels, SigningKeys keys, SealedDays days) {
        this.kind = kind;
        this.title = title;
        this.parcels = parcels;
        this.keys = keys;
        this.days = days;
    }

    @Override
    public String kind() {
        return kind.name();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void check(ReportDestination destination) {
        String allowed = "the name or id of a target of notifications of the kind " + kind;
        Notifier found = parcels.find(destination.target())
                .orElseThrow(() -> new InvalidRequest("destinations/target", destination.target(), allowed));
        if (found.kind() != kind) {
            throw new InvalidRequest(
                    "destinations/target", destination.target(), allowed + "; this one is of the kind " + found.kind());
        }
        destination.settings().keySet().stream()
                .filter(name -> kind != NotifierKind.EMAIL || !name.equals(TO))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidRequest(
                            "destinations/settings",
                            name,
                            kind == NotifierKind.EMAIL
                                    ? "only " + TO + ": who gets it, instead of those of the target"
                                    : "none: the target has its own");
                });
        receivers(destination);
    }

    /** Those of this report, none = those of the target. */
    private List<String> receivers(ReportDestination destination) {
        String to = destination.settings().getOrDefault(TO, "");
        return to.isBlank() ? List.of() : parcels.receivers("destinations/settings/" + TO, to);
    }

    @Override
    public String deliver(
            Try tried,
            ReportDefinition definition,
            ReportJob job,
            ReportDestination destination,
            List<? extends RenderedFile> files)
            throws Failed {
        Manifest.Head head = days.head();
        String signer = signer(files);
        LocalDate day =
                LocalDate.ofInstant(Objects.requireNonNullElse(job.dataAsOf(), job.createdAt()), ZoneOffset.UTC);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", "REPORT");
        told.put("report", Map.of("job", job.id(), "name", job.name(), "kind", job.kind()));
        told.put("dataAsOf", String.valueOf(job.dataAsOf()));
        told.put("signingKey", signer);
        told.put("chain", head);
        try (Packed packed = Packed.of(definition.report().packing(), files)) {
            return parcels.bring(
                    destination.target(),
                    new Parcel(
                            tried.id(),
                            tried.attempt(),
                            folder(job.name()) + "/" + day + "/" + job.id(),
                            job.name() + " of " + day,
                            List.of(
                                    job.name() + " (" + job.kind().title() + "), data as of " + job.dataAsOf() + ".",
                                    "It is signed by the key " + signer + ".",
                                    packed.isBundle() ? "Verify:" : "Verify: keep all files in one folder and run",
                                    "  bwctl report verify " + packed.verified() + " --key " + signer,
                                    "The chain of days ended with " + head.day() + " " + head.hash() + "."),
                            receivers(destination),
                            told,
                            packed.files().stream().map(ParcelDelivery::content).toList()));
        } catch (Parcels.Failed e) {
            throw new Failed(String.valueOf(e.getMessage()), e.isLasting());
        } catch (IOException e) {
            throw new Failed("Its files cannot be bound: " + e.getMessage() + ".", false);
        }
    }

    /** Whose signature lies beside the files: a report that is brought again after a rotation has that of the key before. */
    private String signer(List<? extends RenderedFile> files) {
        return SignedFiles.areSigned(files)
                ? SignedFiles.seal(files).keyId()
                : keys.current().fingerprint();
    }

    /** A name as a folder; what is told apart by other letters only is told apart by the job below it. */
    private static String folder(String name) {
        String folder =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return folder.isEmpty() ? "report" : folder;
    }

    private static Parcel.Content content(RenderedFile rendered) {
        ReportFile file = rendered.file();
        return new Parcel.Content() {
            @Override
            public String name() {
                return file.name();
            }

            @Override
            public String mediaType() {
                return file.mediaType();
            }

            @Override
            public long size() {
                return file.size();
            }

            @Override
            public String sha256() {
                return file.sha256();
            }

            @Override
            public InputStream open() throws IOException {
                return rendered.open();
            }
        };
    }
}
