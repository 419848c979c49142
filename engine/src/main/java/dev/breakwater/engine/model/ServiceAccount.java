package dev.breakwater.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service account.
 *
 * @param automountToken whether pods get its token unless they say otherwise; {@code null} = not set (they do)
 */
public record ServiceAccount(
        ObjectMeta meta, @Nullable Boolean automountToken, List<String> imagePullSecrets, List<String> secrets)
        implements ClusterObject {

    public ServiceAccount {
        imagePullSecrets = List.copyOf(imagePullSecrets);
        secrets = List.copyOf(secrets);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.SERVICE_ACCOUNT;
    }

    @Override
    public String kindName() {
        return "ServiceAccount";
    }
}
