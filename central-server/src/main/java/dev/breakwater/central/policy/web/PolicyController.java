package dev.breakwater.central.policy.web;

import dev.breakwater.central.platform.Page;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.StoredPolicy;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policies and their switch. */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    @GetMapping
    Page<StoredPolicy> list() {
        return new Page<>(policies.list(), null);
    }

    @GetMapping("/{id}")
    StoredPolicy get(@PathVariable UUID id) {
        return policies.get(id);
    }

    @PostMapping("/{id}/enable")
    StoredPolicy enable(@PathVariable UUID id) {
        return policies.enable(id);
    }

    @PostMapping("/{id}/disable")
    StoredPolicy disable(@PathVariable UUID id) {
        return policies.disable(id);
    }
}
