package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.breakwater.central.fleet.NewCluster;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.TimeWords;

/** The token, shown once, and the three ways to start a sensor with it. */
final class NewClusterCard extends Div {

    NewClusterCard(NewCluster cluster, TimeWords times) {
        addClassNames("bw-card", "bw-card-wide", "bw-once");
        add(new CardHead("Start a sensor for " + cluster.name(), "the token is shown now and never again"));
        add(new Paragraph("The token lets one sensor in, until " + times.minute(cluster.expiresAt())
                + ". The sensor's private key never leaves it. Use one of these:"));
        add(
                new CopyLine("Enrolment token", cluster.enrolmentToken()),
                new CopyLine("Helm", cluster.helmCommand()),
                new CopyLine("kubectl", cluster.kubectlCommand()),
                new CopyLine("By hand, on any machine with Java 25", cluster.sensorCommand()));
    }
}
