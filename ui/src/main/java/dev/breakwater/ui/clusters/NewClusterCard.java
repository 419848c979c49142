package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import dev.breakwater.central.fleet.NewCluster;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TabLists;
import dev.breakwater.ui.part.TimeWords;

/** The token, shown once, and the ways to start a sensor with it. */
final class NewClusterCard extends Div {

    NewClusterCard(NewCluster cluster, TimeWords times) {
        addClassNames("bw-card", "bw-card-wide", "bw-once");
        add(new CardHead("Start a sensor for " + cluster.name(), "the token is shown now and never again"));
        add(Markup.paragraph("The token lets one sensor in, until " + times.minute(cluster.expiresAt())
                + ". The sensor's private key never leaves it. Keep the token in a file, so that it stands on no command line:"
                + " run the second line, paste the token, press Enter and Ctrl+D."));
        add(
                new CopyLine("Enrolment token", cluster.enrolmentToken()),
                new CopyLine("Keep it in a file", cluster.tokenFileCommand()));
        TabSheet ways = new TabSheet();
        ways.addClassName("bw-ways");
        TabLists.mend(ways);
        ways.add(
                "Helm",
                way(
                        "Needs kubectl and Helm, and the right to make a namespace, a Secret and a ClusterRole. The sensor itself"
                                + " only reads. Run it where the chart helm/sensor is.",
                        new CopyLine("Install by Helm", cluster.helmCommand())));
        ways.add(
                "kubectl",
                way(
                        "Without Helm: applies deploy/sensor.yaml, which is what the chart renders to. Run it where that file is.",
                        new CopyLine("Install by kubectl", cluster.kubectlCommand())));
        ways.add(
                "Argo CD",
                way(
                        "Keeps the sensor as Git says. The token is no part of Git: make its Secret in the cluster first, then commit"
                                + " the Application. repoURL is the Git repository where helm/sensor is, as Argo CD reaches it; name"
                                + " another server if Argo CD runs elsewhere.",
                        new CopyLine("Make the Secret with the token", cluster.secretCommand()),
                        new CopyLine("Application for Git", cluster.argoCdApplication())));
        ways.add(
                "Folder of manifests",
                way(
                        "Reads the YAML files of a folder once and ends; no cluster is needed. Leave out --once to watch the"
                                + " folder. Pods, nodes and what else only a cluster has stay out of sight. Needs Java 25.",
                        new CopyLine("Read a folder", cluster.manifestsCommand())));
        ways.add(
                "By hand",
                way(
                        "Watches a cluster from any machine with Java 25, with the rights of a kubeconfig.",
                        new CopyLine("Run the sensor", cluster.sensorCommand())));
        add(ways);
    }

    private static Component way(String words, CopyLine... commands) {
        Paragraph meaning = Markup.paragraph(words);
        meaning.addClassName("bw-second");
        Div way = Markup.box("bw-way-in", meaning);
        way.add(commands);
        return way;
    }
}
