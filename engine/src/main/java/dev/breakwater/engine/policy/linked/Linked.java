package dev.breakwater.engine.policy.linked;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.Workload;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One element of the tree of facts, with the way up to its workload. */
public sealed interface Linked {

    /** The container that it belongs to, empty if it is of the whole workload. */
    String containerName();

    /**
     * The root.
     *
     * @param activity what it was seen doing
     */
    record OfWorkload(Workload workload, Activity activity) implements Linked {

        /** One that nobody watches. */
        public OfWorkload(Workload workload) {
            this(workload, Activity.NOT_WATCHED);
        }

        @Override
        public String containerName() {
            return "";
        }

        /** Where a field of the pod spec stands in the object. */
        public String podPath(String field) {
            return workload.spec().template().path() + "." + field;
        }
    }

    /** A container together with its image. */
    record OfContainer(Workload workload, Container container, Activity activity) implements Linked {

        @Override
        public String containerName() {
            return container.name();
        }

        /** What is known of the image. */
        public ImageDetails image() {
            return workload.imageOf(container);
        }

        /** Where a field of the container stands in the object. */
        public String path(String field) {
            return container.path() + "." + field;
        }
    }

    /** A declared port. */
    record OfPort(OfContainer in, int index, Container.Port port) implements Linked {
        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /**
     * A mounted volume.
     *
     * @param volume unknown if the pod declares no volume of that name
     */
    record OfMount(OfContainer in, int index, VolumeMount mount, Observed<Volume> volume) implements Linked {
        @Override
        public String containerName() {
            return in.containerName();
        }

        /** Where the mount stands in the object. */
        public String path() {
            return in.path("volumeMounts[" + index + "]");
        }
    }

    /**
     * An environment variable, or a whole source of them.
     *
     * @param path where it stands in the object
     */
    record OfEnv(OfContainer in, String path, EnvVar variable) implements Linked {
        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /** An instruction that built the image. */
    record OfInstruction(OfContainer in, ImageDetails.Instruction instruction) implements Linked {
        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /** A process that ran in the container. */
    record OfProcess(OfContainer in, Activity.ProcessRun process) implements Linked {
        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /** Something that a process did to a file. */
    record OfFile(OfProcess by, Activity.FileAccess access) implements Linked {
        @Override
        public String containerName() {
            return by.containerName();
        }
    }

    /** A connection. */
    record OfFlow(Activity.Flow flow) implements Linked {
        @Override
        public String containerName() {
            return "";
        }
    }

    /** A request to the API of the cluster. */
    record OfRequest(Activity.ApiRequest request) implements Linked {
        @Override
        public String containerName() {
            return "";
        }
    }

    /** An installed package. */
    final class OfPackage implements Linked {

        private final OfContainer in;
        private final ImageScan.InstalledPackage installed;
        private @Nullable List<? extends Linked> vulnerabilities;

        /** A package in the image of a container. */
        public OfPackage(OfContainer in, ImageScan.InstalledPackage installed) {
            this.in = in;
            this.installed = installed;
        }

        /** The container whose image has it. */
        public OfContainer in() {
            return in;
        }

        /** What is known of it. */
        public ImageScan.InstalledPackage installed() {
            return installed;
        }

        /**
         * The elements below it. Kept here rather than in the tree: an image can have thousands of packages, most without any.
         *
         * @param lists lists them when they are asked for first
         */
        List<? extends Linked> vulnerabilities(Function<OfPackage, List<? extends Linked>> lists) {
            if (vulnerabilities == null) {
                vulnerabilities = lists.apply(this);
            }
            return vulnerabilities;
        }

        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /** What looks like a secret in the image. */
    record OfImageSecret(OfContainer in, FoundSecret secret) implements Linked {
        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /** A file in the image that deserves a look. */
    record OfImageFile(OfContainer in, FoundFile file) implements Linked {
        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /** A vulnerability of a package. */
    final class OfVulnerability implements Linked {

        private final OfPackage in;
        private final Vulnerability vulnerability;
        private @Nullable String sentence;

        /** A vulnerability in a package. */
        public OfVulnerability(OfPackage in, Vulnerability vulnerability) {
            this.in = in;
            this.vulnerability = vulnerability;
        }

        /** The package that has it. */
        public OfPackage in() {
            return in;
        }

        /** What is known of it. */
        public Vulnerability vulnerability() {
            return vulnerability;
        }

        /**
         * What is said of it, which is the same whichever criterion says it: written once, since an image can have thousands.
         *
         * @param writes writes it when it is asked for first
         */
        public String sentence(Function<OfVulnerability, String> writes) {
            if (sentence == null) {
                sentence = writes.apply(this);
            }
            return sentence;
        }

        @Override
        public String containerName() {
            return in.containerName();
        }
    }

    /** A port of the workload with all that leads to it. */
    record OfExposure(Workload workload, Exposure exposure) implements Linked {
        @Override
        public String containerName() {
            return "";
        }
    }

    /** One way that leads to a port. */
    record OfRoute(OfExposure to, Exposure.Route route) implements Linked {
        @Override
        public String containerName() {
            return "";
        }
    }

    /** An object other than a workload. */
    record OfObject(Resource resource) implements Linked {
        @Override
        public String containerName() {
            return "";
        }

        /** The object as people name it. */
        public String words() {
            return resource.kind() + " " + resource.meta().name();
        }
    }

    /** A rule of a role. */
    record OfRule(OfObject in, int index, Role.Rule rule) implements Linked {
        @Override
        public String containerName() {
            return "";
        }
    }

    /** One to whom a role is granted. */
    record OfSubject(OfObject in, int index, RoleBinding.Subject subject) implements Linked {
        @Override
        public String containerName() {
            return "";
        }
    }

    /** Stands for the elements of a list that nobody has seen: any of them might hold anything. */
    record Unseen(String containerName, String subject, UnknownReason reason, String detail) implements Linked {}
}
