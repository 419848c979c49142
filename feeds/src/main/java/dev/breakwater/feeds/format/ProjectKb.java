package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A statement of project-kb (github.com/SAP/project-kb): of each released Maven artifact, whether it is affected. */
final class ProjectKb implements TreeFormat {

    private static final String MAVEN = "pkg:maven/";
    private static final int MOST = 20_000;

    @Override
    public FeedFormat format() {
        return FeedFormat.PROJECT_KB;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return document.has("vulnerability_id")
                && (document.has("artifacts") || document.has("fixes") || document.has("notes"));
    }

    private record Versions(List<String> affected, List<String> sound) {}

    @Override
    public void read(String name, Tree document, Told told) throws MalformedDocument {
        Map<String, Versions> artifacts = new LinkedHashMap<>();
        List<Tree> items = document.items("artifacts");
        if (items.size() > MOST) {
            throw new MalformedDocument("names more than " + MOST + " artifacts");
        }
        for (Tree item : items) {
            String id = item.text("id");
            int at = id.lastIndexOf('@');
            if (!id.startsWith(MAVEN) || at < 0) {
                continue;
            }
            String artifact = id.substring(MAVEN.length(), at).replace('/', ':');
            Versions versions =
                    artifacts.computeIfAbsent(artifact, key -> new Versions(new ArrayList<>(), new ArrayList<>()));
            (item.text("affected").equals("true") ? versions.affected() : versions.sound()).add(id.substring(at + 1));
        }
        List<Affected> affected = new ArrayList<>();
        artifacts.forEach((artifact, versions) -> {
            told.speaksFor("Maven");
            if (!versions.affected().isEmpty() && told.wants("Maven", artifact)) {
                affected.add(affected(artifact, versions));
            }
        });
        if (affected.isEmpty() && told.isSelective()) {
            return;
        }
        List<Tree> notes = document.items("notes");
        told.advisory(new Draft("project-kb", document.text("vulnerability_id"))
                .text("", notes.isEmpty() ? "" : notes.getFirst().text("text"))
                .affects(affected)
                .advisory());
    }

    /** Each version by itself, with the least sound one behind it: nothing is said of those between. */
    private static Affected affected(String artifact, Versions versions) {
        List<VersionRange> ranges = new ArrayList<>();
        boolean mended = false;
        for (String version : versions.affected()) {
            String remedy = firstAfter(version, versions.sound());
            mended |= !remedy.isEmpty();
            ranges.add(new VersionRange(version, "", version, remedy));
        }
        return new Affected("Maven", artifact, ranges, List.of(), mended ? FixState.FIXED : FixState.UNKNOWN, null);
    }

    private static String firstAfter(String version, List<String> sound) {
        String first = "";
        for (String one : sound) {
            boolean after = VersionScheme.MAVEN.compare(one, version) > 0;
            if (after && (first.isEmpty() || VersionScheme.MAVEN.compare(one, first) < 0)) {
                first = one;
            }
        }
        return first;
    }
}
