package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Reasons;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JacksonException;

/** A reader of one sort of file; subclasses say which, and collect. Whatever damage they meet ends in a stated reason. */
abstract class FileReader implements PackageReader {

    /** What the file is called in a reason: "is not a valid … ". */
    private final String sort;

    FileReader(String sort) {
        this.sort = sort;
    }

    /** Adds the packages that the file tells of. */
    abstract void collect(EntryContent content, PackageList into) throws IOException;

    @Override
    public final List<InstalledPackage> read(EntryContent content) throws IOException {
        PackageList into = new PackageList(content.facts().path());
        try {
            collect(content, into);
            if (!into.refused().isEmpty()) {
                throw new UnreadableEntry(into.refused(), into.packages());
            }
            return into.packages();
        } catch (UnreadableEntry known) {
            throw known.found().isEmpty() ? new UnreadableEntry(known.getMessage(), into.packages()) : known;
        } catch (JacksonException damaged) {
            if (damaged.getCause() instanceof IOException failed && !(failed instanceof CharConversionException)) {
                throw failed;
            }
            throw new UnreadableEntry("is not a valid " + sort + ": " + Reasons.of(damaged), into.packages());
        } catch (CharConversionException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new UnreadableEntry("is not a valid " + sort, into.packages());
        }
    }
}
