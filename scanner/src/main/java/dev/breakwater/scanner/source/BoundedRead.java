package dev.breakwater.scanner.source;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads a whole document from somebody who may send without end, or stop sending without closing. */
public final class BoundedRead {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private BoundedRead() {}

    /**
     * The document; the stream is closed.
     *
     * @param what of which it is, for the message
     */
    public static byte[] of(InputStream stream, int most, String what) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(LONGEST);
                late.set(true);
                stream.close();
            } catch (InterruptedException | IOException e) {
                // It was read in time, or is closed anyway.
            }
        });
        try (stream) {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ScanFailed(Reason.TOO_LARGE, what + " is larger than " + most + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            if (late.get()) {
                throw new ScanFailed(
                        Reason.UNREACHABLE, what + " did not come within " + LONGEST.toSeconds() + " seconds", e);
            }
            throw e instanceof ScanFailed
                    ? e
                    : new ScanFailed(Reason.UNREACHABLE, what + " breaks off: " + e.getMessage(), e);
        } finally {
            watch.interrupt();
        }
    }
}
