package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.Policy.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One change of a policy: some parts become others, the rest stays. */
public final class PolicyEdit {

    private UUID id;
    private String name;
    private Severity severity;
    private boolean enabled;
    private Set<Stage> stages;
    private List<String> categories;
    private String description;
    private String rationale;
    private String remediation;
    private final List<Section> sections;
    private List<Scope> scopes;
    private List<Exclusion> exclusions;
    private List<String> mitre;
    private List<String> controls;

    private PolicyEdit(Policy policy) {
        id = policy.id();
        name = policy.name();
        severity = policy.severity();
        enabled = policy.enabled();
        stages = policy.stages();
        categories = policy.categories();
        description = policy.description();
        rationale = policy.rationale();
        remediation = policy.remediation();
        sections = new ArrayList<>(policy.sections());
        scopes = policy.scopes();
        exclusions = policy.exclusions();
        mitre = policy.mitre();
        controls = policy.controls();
    }

    /** Begins with a policy as it is. */
    public static PolicyEdit of(Policy policy) {
        return new PolicyEdit(policy);
    }

    /** The policy with everything that was changed. */
    public Policy done() {
        return new Policy(
                id,
                name,
                severity,
                enabled,
                stages,
                categories,
                description,
                rationale,
                remediation,
                sections,
                scopes,
                exclusions,
                mitre,
                controls);
    }

    public PolicyEdit id(UUID to) {
        id = to;
        return this;
    }

    public PolicyEdit name(String to) {
        name = to;
        return this;
    }

    public PolicyEdit severity(Severity to) {
        severity = to;
        return this;
    }

    public PolicyEdit enabled(boolean to) {
        enabled = to;
        return this;
    }

    public PolicyEdit stages(Set<Stage> to) {
        stages = to;
        return this;
    }

    public PolicyEdit categories(List<String> to) {
        categories = to;
        return this;
    }

    public PolicyEdit description(String to) {
        description = to;
        return this;
    }

    public PolicyEdit rationale(String to) {
        rationale = to;
        return this;
    }

    public PolicyEdit remediation(String to) {
        remediation = to;
        return this;
    }

    public PolicyEdit scopes(List<Scope> to) {
        scopes = to;
        return this;
    }

    public PolicyEdit exclusions(List<Exclusion> to) {
        exclusions = to;
        return this;
    }

    public PolicyEdit mitre(List<String> to) {
        mitre = to;
        return this;
    }

    public PolicyEdit controls(List<String> to) {
        controls = to;
        return this;
    }

    /** One more alternative, at the end. */
    public PolicyEdit addSection() {
        sections.add(new Section("", List.of()));
        return this;
    }

    public PolicyEdit removeSection(int section) {
        sections.remove(section);
        return this;
    }

    public PolicyEdit nameSection(int section, String to) {
        sections.set(section, new Section(to, sections.get(section).groups()));
        return this;
    }

    /** One more criterion in an alternative, at its end. */
    public PolicyEdit addGroup(int section, Group group) {
        List<Group> groups = groups(section);
        groups.add(group);
        return groups(section, groups);
    }

    public PolicyEdit changeGroup(int section, int group, Group to) {
        List<Group> groups = groups(section);
        groups.set(group, to);
        return groups(section, groups);
    }

    public PolicyEdit removeGroup(int section, int group) {
        List<Group> groups = groups(section);
        groups.remove(group);
        return groups(section, groups);
    }

    /** Takes a criterion to another place, which may be in another alternative; out of reach counts as its end. */
    public PolicyEdit moveGroup(int section, int group, int toSection, int toGroup) {
        Group moved = sections.get(section).groups().get(group);
        removeGroup(section, group);
        List<Group> groups = groups(toSection);
        groups.add(Math.max(0, Math.min(groups.size(), toGroup)), moved);
        return groups(toSection, groups);
    }

    private List<Group> groups(int section) {
        return new ArrayList<>(sections.get(section).groups());
    }

    private PolicyEdit groups(int section, List<Group> to) {
        sections.set(section, new Section(sections.get(section).name(), to));
        return this;
    }
}
