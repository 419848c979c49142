package dev.breakwater.sensor.action;

import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.manifests.ManifestFile;
import dev.breakwater.manifests.ManifestFile.Located;
import dev.breakwater.manifests.ManifestFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The nodes of folders of manifests: what is ordered is written into the node's manifest. */
public final class FolderNodes implements NodeHands {

    private record Found(Path file, Located node) {}

    private final List<Path> folders;

    /** @param folders where they hold the same node, the later one counts */
    public FolderNodes(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Nothing runs in a folder, so that nothing can be evicted. */
    @Override
    public Set<NodeAction> abilities() {
        return Set.of(NodeAction.CORDON, NodeAction.UNCORDON);
    }

    @Override
    public Optional<SeenNode> find(String name) throws IOException {
        return locate(name).map(found -> seen(found.node().object()));
    }

    private static SeenNode seen(JsonNode node) {
        JsonNode labels = node.path("metadata").path("labels");
        boolean controlPlane = SeenNode.CONTROL_PLANE.stream().anyMatch(labels::has);
        return new SeenNode(
                node.path("metadata").path("name").asString(""),
                node.path("metadata").path("uid").asString(""),
                controlPlane,
                node.path("spec").path("unschedulable").asBoolean(false));
    }

    @Override
    public void unschedulable(SeenNode node, boolean unschedulable, String order) throws IOException {
        Found found = locate(node.name()).orElseThrow(() -> new IOException("Its manifest is gone."));
        if (seen(found.node().object()).unschedulable() == unschedulable) {
            return;
        }
        String name = String.valueOf(found.file().getFileName());
        String before = found.node().document();
        String after = NodeManifest.unschedulable(before, unschedulable)
                .orElseThrow(() -> new IOException("The manifest of " + node.name() + " in " + name
                        + " is not written so that it can be changed."));
        String text = Files.readString(found.file(), StandardCharsets.UTF_8);
        int at = text.indexOf(before);
        if (at < 0 || text.indexOf(before, at + 1) >= 0) {
            throw new IOException("The manifest of " + node.name() + " cannot be found alone in " + name + ".");
        }
        Path partial = found.file().resolveSibling("." + name + ".partial");
        Files.writeString(partial, text.substring(0, at) + after + text.substring(at + before.length()));
        Files.move(partial, found.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Found> locate(String name) throws IOException {
        @Nullable Found last = null;
        for (Path folder : folders) {
            for (ManifestFolder.Entry entry :
                    new ManifestFolder(folder, "").list().files()) {
                Stream<Located> nodes = ManifestFile.read(entry.file(), entry.where()).objects().stream()
                        .filter(located ->
                                located.object().path("kind").asString("").equals("Node")
                                        && located.object()
                                                .path("metadata")
                                                .path("name")
                                                .asString("")
                                                .equals(name));
                last = nodes.reduce((one, other) -> other)
                        .map(located -> new Found(entry.file(), located))
                        .orElse(last);
            }
        }
        return Optional.ofNullable(last);
    }
}
