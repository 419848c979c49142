package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.PolicyDeclarations;
import dev.breakwater.central.fleet.SensorJudgement;
import dev.breakwater.central.fleet.SensorOrders;
import dev.breakwater.central.fleet.SensorScans;
import dev.breakwater.central.fleet.internal.LinkProperties;
import dev.breakwater.central.fleet.internal.batch.BatchReceiver;
import dev.breakwater.central.fleet.internal.batch.DeclarationProblems;
import dev.breakwater.central.fleet.internal.batch.ObjectProblems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What every stream works with. */
@Component
record LinkServices(
        LinkProperties properties,
        LinkRecords records,
        Sources sources,
        Synchronisation synchronisation,
        BatchReceiver batches,
        ObjectProblems problems,
        ResyncAdmission admission,
        ConnectedSensors connected,
        Replica replica,
        SensorJudgement judgement,
        PolicyDeclarations declarations,
        DeclarationProblems declarationProblems,
        ObjectProvider<SensorScans> imageScans,
        ObjectProvider<SensorOrders> nodeOrders) {}
