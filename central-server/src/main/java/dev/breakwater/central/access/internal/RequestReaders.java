package dev.breakwater.central.access.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Readers;
import org.springframework.stereotype.Component;

/** Both roles see every cluster today; the scope is asked for everywhere all the same. */
@Component
class RequestReaders implements Readers {

    @Override
    public AccessScope scope() {
        return AccessScope.EVERYTHING;
    }
}
