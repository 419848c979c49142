package dev.breakwater.central.images;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where images are fetched from. Only administrators see and change them; every change is in the audit log, without secrets.
 * A registry that is not among them is asked without a name if the operator lists it ({@code breakwater.images.anonymous}).
 */
public interface Registries {

    /** The most. */
    int MOST = 500;

    /** All of them, by host. */
    List<Registry> list();

    /**
     * One.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    Registry get(UUID id);

    /**
     * A new one; what failed for the lack of it is tried again.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it cannot be used so
     * @throws dev.breakwater.central.platform.Conflict if the host is there already
     */
    Registry create(RegistryDraft draft);

    /** Changes one. Its secret stays if none is given, unless another host would get it. */
    Registry update(UUID id, RegistryDraft draft);

    void delete(UUID id);

    /** Calls one as it is kept; waits for the answer. */
    RegistryTest test(UUID id);

    /**
     * Calls one as somebody wants it, before it is kept.
     *
     * @param id whose secret is taken if none is given, {@code null} = of none
     */
    RegistryTest test(RegistryDraft draft, @Nullable UUID id);
}
