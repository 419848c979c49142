package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.PlaceFilter;
import java.util.Optional;
import java.util.function.Consumer;

/** What is wrong with what runs, within what the reader may see. */
public interface Vulnerabilities {

    /** The lists, by what their rows are. */
    enum View {
        /** {@link VulnerabilityRow}. */
        VULNERABILITIES("vulnerabilities"),
        /** {@link VulnerableImageRow}. */
        IMAGES("vulnerabilities/images"),
        /** {@link VulnerableWorkloadRow}. */
        WORKLOADS("vulnerabilities/workloads"),
        /** {@link ComponentRow}. */
        COMPONENTS("vulnerabilities/components"),
        /** {@link OwnerRow}. */
        OWNERS("vulnerabilities/owners"),
        /** {@link FindingRow}: by workload, image and package. */
        FINDINGS("vulnerabilities/findings"),
        /** {@link ImageFindingRow}: by image and package. */
        PACKAGES("vulnerabilities/packages");

        private final String list;

        View(String list) {
            this.list = list;
        }

        /** The name of its list. */
        public String list() {
            return list;
        }
    }

    /** Vulnerabilities that are found in an image. */
    Page<VulnerabilityRow> list(ListRequest request, AccessScope scope);

    /** Images that were looked into. */
    Page<VulnerableImageRow> images(ListRequest request, AccessScope scope);

    /** Workloads. */
    Page<VulnerableWorkloadRow> workloads(ListRequest request, AccessScope scope);

    /** Packages in which something is found. */
    Page<ComponentRow> components(ListRequest request, AccessScope scope);

    /** Teams. */
    Page<OwnerRow> owners(ListRequest request, AccessScope scope);

    /**
     * Single findings where they run.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the filter names nothing that narrows them: there are many millions
     */
    Page<FindingRow> findings(ListRequest request, AccessScope scope);

    /** Where a vulnerability runs. {@link dev.breakwater.central.platform.NotFound} if no feed speaks of it. */
    Page<FindingRow> affected(String vulnerability, ListRequest request, AccessScope scope);

    /** What is found in an image, by its digest. */
    Page<ImageFindingRow> ofImage(String digest, ListRequest request, AccessScope scope);

    /** Whether a filter narrows a list that is too long to be read whole: single findings need one of a few fields. */
    boolean isNarrow(View view, String q);

    /** How much is known of what runs in a place, so that what is not found there can be told from what nobody looked for. */
    Known known(PlaceFilter place, AccessScope scope);

    /** Whether a feed speaks of a vulnerability, by its id or an alias in whatever case: as the feed writes it, empty = none does. */
    Optional<String> named(String id);

    /** How many rows of a list match, capped as every count of a list. */
    int count(View view, String q, AccessScope scope);

    /** Every row of a list that matches, one after the other in one snapshot. */
    void stream(View view, String q, String sort, AccessScope scope, Consumer<Object> sink);
}
