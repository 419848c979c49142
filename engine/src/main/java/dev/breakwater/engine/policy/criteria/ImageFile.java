package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfImageFile;
import java.util.Set;

/** A file in an image of certain kinds, by its path. */
final class ImageFile extends TextCriterion<OfImageFile> {

    private final Set<FoundFile.Kind> kinds;

    private ImageFile(String name, String summary, String example, Set<FoundFile.Kind> kinds) {
        super(name, Level.IMAGE_FILE, summary, example);
        this.kinds = kinds;
    }

    /** One that runs with the rights of its owner or group, whoever starts it. */
    static ImageFile setuid() {
        return new ImageFile(
                "Image Setuid File",
                "A file in the image that runs with the rights of its owner or group (setuid, setgid), by its path.",
                "/usr/bin/.*",
                Set.of(FoundFile.Kind.SETUID, FoundFile.Kind.SETGID));
    }

    /** One that everybody may change. */
    static ImageFile worldWritable() {
        return new ImageFile(
                "Image World-Writable File",
                "A file in the image that every user in the container may change, by its path.",
                "/etc/.*",
                Set.of(FoundFile.Kind.WORLD_WRITABLE));
    }

    @Override
    public boolean appliesTo(OfImageFile of) {
        return kinds.contains(of.file().kind());
    }

    @Override
    Observed<String> read(OfImageFile of) {
        return Observed.known("/" + of.file().path());
    }

    @Override
    public Sighting see(OfImageFile of, Policy.Group group) {
        String words = switch (of.file().kind()) {
            case SETUID -> "which runs with the rights of its owner";
            case SETGID -> "which runs with the rights of its group";
            case WORLD_WRITABLE -> "which every user may change";
            case SSH_SERVER, PACKAGE_MANAGER, COMPILER, SHELL, DOWNLOADER -> "a tool";
        };
        return new Sighting(
                "The image of container " + of.containerName() + " holds /"
                        + of.file().path() + ", " + words + ".",
                "file",
                "/" + of.file().path() + " (" + Integer.toOctalString(of.file().mode()) + ")",
                of.in().path("image"));
    }
}
