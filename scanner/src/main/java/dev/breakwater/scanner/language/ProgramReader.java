package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.structured.Seekable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Programs that carry a list of what was built into them: Go's and, if built so, Rust's. One reader, so that each file is read once. */
final class ProgramReader extends FileReader {

    /** Smaller than any program of either. */
    private static final long SMALLEST = 1 << 12;

    private static final long LARGEST = 2L << 30;

    ProgramReader() {
        super("program");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        return facts.isExecutable() && facts.size() >= SMALLEST && facts.name().indexOf(".so") < 0;
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        InputStream stream = content.stream();
        byte[] head = stream.readNBytes(ElfFile.MAGIC.length);
        if (!Arrays.equals(head, ElfFile.MAGIC)) {
            return;
        }
        try (Seekable file = Seekable.copy(head, stream, content.facts().size(), LARGEST)) {
            ElfFile program = new ElfFile(file);
            GoBuildInfo.read(program, into);
            RustAudit.read(program, into);
        }
    }
}
