package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.KnownFindings.Decided;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Vulnerability;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins a content with what is known to be wrong with its packages. */
final class ScanOfContent {

    private final KeptContent content;
    private final PackageFacts.Known facts;
    private final Instant goodUntil;

    ScanOfContent(KeptContent content, PackageFacts.Known facts, Instant goodUntil) {
        this.content = content;
        this.facts = facts;
        this.goodUntil = goodUntil;
    }

    /**
     * The scan as it is where some workload runs the image.
     *
     * @param decided what people decided there, {@code null} = nothing
     */
    ImageScan scan(@Nullable Decided decided) {
        MessageDigest print = print();
        List<ImageScan.InstalledPackage> packages = new ArrayList<>(content.packageCount());
        for (int i = 0; i < content.packageCount(); i++) {
            int id = content.packageId(i);
            Observed<List<Vulnerability>> known = facts.wrong(id);
            if (!isClean(known)) {
                print.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, i));
                print.update(facts.fingerprint(id));
                known = known.map(all -> here(all, id, decided, print));
            }
            PackageNames.Named named = facts.named(id);
            KeptContent.Place place = content.placeOfPackage(i);
            packages.add(new ImageScan.InstalledPackage(
                    named.name(), named.version(), named.type(), place.path(), place.layer(), known));
        }
        return content.image()
                .scan(
                        packages,
                        goodUntil,
                        content.fingerprint() + HexFormat.of().formatHex(print.digest()));
    }

    private static boolean isClean(Observed<List<Vulnerability>> known) {
        return known instanceof Observed.Known<List<Vulnerability>>(List<Vulnerability> all) && all.isEmpty();
    }

    /**
     * Over what the content's own fingerprint does not cover: which of its packages have what, as all contents know it; when it
     * was seen here, which follows from when the image was first looked into; and what people decided.
     */
    private MessageDigest print() {
        try {
            MessageDigest print = MessageDigest.getInstance("SHA-256");
            print.update((goodUntil + "|" + content.firstScannedAt()).getBytes(StandardCharsets.US_ASCII));
            return print;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private List<Vulnerability> here(
            List<Vulnerability> all, int packageId, @Nullable Decided decided, MessageDigest print) {
        List<Vulnerability> here = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Vulnerability one = here(all.get(i), packageId, decided);
            if (one.context().state() != all.get(i).context().state()) {
                print.update(new byte[] {
                    (byte) one.context().state().ordinal(), (byte) (i >>> 16), (byte) (i >>> 8), (byte) i
                });
            }
            here.add(one);
        }
        return here;
    }

    private Vulnerability here(Vulnerability one, int packageId, @Nullable Decided decided) {
        Vulnerability.Context context = one.context();
        Vulnerability.State state = decided == null ? context.state() : decided.of(content.id(), packageId, one.id());
        return new Vulnerability(
                one.id(),
                one.severity(),
                one.cvss(),
                one.fixedBy(),
                one.publishedAt(),
                new Vulnerability.Context(
                        context.nvdCvss(),
                        context.epss(),
                        context.knownExploited(),
                        context.fixAvailableAt(),
                        context.firstSeenInImage() == null ? seenInImage(context) : context.firstSeenInImage(),
                        context.firstSeenInSystem(),
                        state));
    }

    /** It can be seen in an image once both are known, the image's content and the vulnerability. */
    private @Nullable Instant seenInImage(Vulnerability.Context context) {
        Instant known = context.firstSeenInSystem();
        return known == null || known.isAfter(content.firstScannedAt()) ? known : content.firstScannedAt();
    }
}
