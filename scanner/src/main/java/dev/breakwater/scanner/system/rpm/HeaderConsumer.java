package dev.breakwater.scanner.system.rpm;

import java.io.IOException;

/** Takes the headers of packages as a database stores them. */
@FunctionalInterface
interface HeaderConsumer {

    /** Bytes of the longest header: the largest packages have some 100,000 files. */
    int MOST = 64 << 20;

    void header(byte[] bytes) throws IOException;
}
