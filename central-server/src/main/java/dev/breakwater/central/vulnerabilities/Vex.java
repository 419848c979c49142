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
     * @return what stands in it
     * @throws dev.breakwater.central.platform.NotFound if there is no such image that may be seen
     * @throws dev.breakwater.central.platform.Conflict if nothing would stand in it: no format has a document that says nothing
     */
    Told write(VexFormat format, @Nullable String digest, AccessScope scope, OutputStream to) throws IOException;

    /** What would be written. */
    Told told(@Nullable String digest, AccessScope scope);

    /**
     * What stands in a document.
     *
     * @param statements of a vulnerability in a package of an image
     * @param leftOut exceptions that hold, and that it cannot tell: they are limited to a cluster, a namespace or a label
     */
    record Told(int statements, int leftOut) {}
}
