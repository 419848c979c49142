package dev.breakwater.sensor;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the jar's manifest. */
final class SensorVersion implements IVersionProvider {

    static String text() {
        @Nullable String version = SensorVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"sensor-agent " + text()};
    }
}
