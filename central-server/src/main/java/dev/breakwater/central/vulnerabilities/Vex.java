package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.scanner.vex.VexFormat;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What people decided of vulnerabilities, as VEX documents that scanners and customers read. */
public interface Vex {

    /**
     * Writes the exceptions that hold, for the images and packages that they cover: a false positive as not affected with its
     * justification, a deferral as affected with its reason. What holds only in a cluster, a namespace or for a label is left out: a
     * document says nothing of places.
     *
     * @param digest of the one image to write of, {@code null} = all of them
     */
    void write(VexFormat format, @Nullable String digest, AccessScope scope, OutputStream to) throws IOException;
}
