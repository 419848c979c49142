package dev.breakwater.ui.violations;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.detection.ViolationGroups;
import dev.breakwater.central.detection.ViolationGroups.By;
import dev.breakwater.ui.part.ListServices;
import jakarta.annotation.security.PermitAll;

/** Violations by workload: what to mend in one place. */
@Route(ViolationsNavigation.BY_WORKLOAD)
@PageTitle("Violations by workload · Breakwater")
@PermitAll
class ByWorkloadView extends GroupsView {

    ByWorkloadView(ViolationGroups groups, ViolationSource violations, ViolationDesk desk, ListServices services) {
        super(new GroupSource(By.WORKLOAD, groups, violations), ViolationsNavigation.BY_WORKLOAD, desk, services);
    }

    @Override
    ViewSwitch.View view() {
        return ViewSwitch.View.BY_WORKLOAD;
    }
}
