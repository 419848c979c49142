package dev.breakwater.central.testing;

import dev.breakwater.central.CentralServer;
import java.io.IOException;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** Excludes from a scan what tests bring (slices of other tests are in the same packages), and the scan of the product itself. */
class ExceptProduction implements TypeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        return reader.getResource().getURL().getPath().contains("/test-classes/")
                || reader.getClassMetadata().getClassName().equals(CentralServer.class.getName());
    }
}
