package dev.breakwater.ui.violations;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.detection.ViolationGroups;
import dev.breakwater.central.detection.ViolationGroups.By;
import dev.breakwater.ui.part.ListServices;
import jakarta.annotation.security.PermitAll;

/** Violations by policy: what to mend in many places at once. */
@Route(ViolationsNavigation.BY_POLICY)
@PageTitle("Violations by policy · Breakwater")
@PermitAll
class ByPolicyView extends GroupsView {

    ByPolicyView(ViolationGroups groups, ViolationSource violations, ViolationDesk desk, ListServices services) {
        super(new GroupSource(By.POLICY, groups, violations), ViolationsNavigation.BY_POLICY, desk, services);
    }

    @Override
    ViewSwitch.View view() {
        return ViewSwitch.View.BY_POLICY;
    }
}
