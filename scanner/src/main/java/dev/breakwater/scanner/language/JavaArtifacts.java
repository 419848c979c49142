package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Maven artifacts one Java archive is or holds: those whose {@code pom.properties} are in it (several in a shaded one), else the one that
 * its manifest tells of, else the one that its file name does.
 */
final class JavaArtifacts {

    private static final Pattern NAME_AND_VERSION = Pattern.compile("(.{1,200}?)[-_]v?(\\d[\\w.+~-]{0,100})");

    private static final Pattern NEBULA = Pattern.compile("([\\w.-]{1,200})#([\\w.-]{1,200});(.{1,100})");

    private record Artifact(String group, String name, String version) {}

    private final String path;
    private final List<Artifact> declared = new ArrayList<>();
    private @Nullable HeaderFields manifest;

    JavaArtifacts(String path) {
        this.path = path;
    }

    void pomProperties(byte[] text) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(text));
        Artifact artifact = new Artifact(
                properties.getProperty("groupId", "").strip(),
                properties.getProperty("artifactId", "").strip(),
                properties.getProperty("version", "").strip());
        if (!artifact.group.isEmpty() && !artifact.name.isEmpty() && isVersion(artifact.version)) {
            declared.add(artifact);
        }
    }

    void manifest(byte[] text) throws IOException {
        manifest = HeaderFields.read(new ByteArrayInputStream(text));
    }

    void addTo(PackageList into) throws IOException {
        for (Artifact each : declared) {
            into.add(PackageType.MAVEN, each.group + ":" + each.name, each.version, path);
        }
        if (declared.isEmpty()) {
            Artifact guessed = guessed();
            if (!guessed.name.isEmpty()) {
                String name = guessed.group.isEmpty() ? guessed.name : guessed.group + ":" + guessed.name;
                into.add(PackageType.MAVEN, name, guessed.version, path);
            }
        }
    }

    private Artifact guessed() {
        Matcher nebula = NEBULA.matcher(said("Implementation-Title"));
        if (nebula.matches()) {
            return new Artifact(nebula.group(1), nebula.group(2), nebula.group(3));
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        file = file.substring(0, file.lastIndexOf('.'));
        Matcher named = NAME_AND_VERSION.matcher(file);
        boolean isNamed = named.matches();
        String symbolic = said("Bundle-SymbolicName").replaceFirst(";.*", "").strip();
        String version = first(
                isVersion(said("Implementation-Version")) ? said("Implementation-Version") : "",
                isNamed ? named.group(2) : "",
                said("Bundle-Version"),
                said("Specification-Version"));
        // the file name has the version as Maven spells it; OSGi's may differ (1.0.0.RELEASE)
        if (isNamed && !version.equals(named.group(2)) && named.group(2).startsWith(version)) {
            version = named.group(2);
        }
        String name = first(
                isNamed ? named.group(1) : "",
                isArtifact(said("Implementation-Title")) ? said("Implementation-Title") : "",
                symbolic.substring(symbolic.lastIndexOf('.') + 1),
                version.isEmpty() ? "" : file);
        return new Artifact(group(name, symbolic), name, isVersion(version) ? version : "");
    }

    private String group(String name, String symbolic) {
        String known = KnownGroups.of(name, said("Automatic-Module-Name"));
        String vendor = said("Implementation-Vendor-Id");
        if (!known.isEmpty()) {
            return known;
        }
        if (!vendor.isEmpty() && isArtifact(vendor)) {
            return vendor;
        }
        int dot = symbolic.lastIndexOf('.');
        return dot > 0 ? symbolic.substring(0, dot) : symbolic;
    }

    private String said(String header) {
        return manifest == null ? "" : manifest.get(header);
    }

    private static String first(String... candidates) {
        for (String each : candidates) {
            if (!each.isEmpty()) {
                return each;
            }
        }
        return "";
    }

    private static boolean isArtifact(String text) {
        return text.matches("[A-Za-z0-9][\\w.-]{0,200}");
    }

    private static boolean isVersion(String text) {
        return !text.isEmpty() && text.indexOf('$') < 0 && text.chars().noneMatch(Character::isWhitespace);
    }
}
