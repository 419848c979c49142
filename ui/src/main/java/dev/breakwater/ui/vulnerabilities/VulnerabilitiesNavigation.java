package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.FilterExpression;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where these pages are, for the links of others. */
public final class VulnerabilitiesNavigation {

    public static final String PATH = "vulnerabilities";

    public static final String IMAGES = PATH + "/images";
    public static final String WORKLOADS = PATH + "/workloads";
    public static final String COMPONENTS = PATH + "/components";
    public static final String OWNERS = PATH + "/owners";

    /** Single findings, by workload, image and package. */
    static final String FINDINGS = PATH + "/findings";

    /** What publishers say, and how old it is here. */
    public static final String FEEDS = PATH + "/feeds";

    /** What people asked for and decided. */
    public static final String EXCEPTIONS = PATH + "/exceptions";

    /** What suppliers say. */
    public static final String VEX = PATH + "/vex";

    /** Such as CVE-2021-44228, GHSA-jfh8-c2jp-5v3q, GO-2022-0969, RHSA-2021:5133, PYSEC-2021-1, ALPINE-13661. */
    private static final Pattern ID = Pattern.compile(
            "(?i)[A-Z]{2,20}(-[0-9a-z]{4}){3}|[A-Z][A-Z-]{1,30}-\\d{4}[-:]\\d{1,10}|CVE-\\d{4}-\\d{4,}");

    private VulnerabilitiesNavigation() {}

    /** One VEX document, with what it says. */
    static String vex(String id) {
        return VEX + "?" + VexView.DOCUMENT + "=" + encoded(id);
    }

    /** The page of a vulnerability. */
    public static String cve(String id) {
        return PATH + "/cve/" + encoded(id);
    }

    /** Whether a text is written as the ids of vulnerabilities are: a CVE, or what publishers call theirs. */
    public static boolean isId(String text) {
        return ID.matcher(text.strip()).matches();
    }

    /** The list with a filter, in the grammar of the lists. */
    public static String filtered(String q) {
        return filtered(PATH, q);
    }

    static String filtered(String path, String q) {
        return path + "?q=" + encoded(q);
    }

    /** The single findings of a workload. */
    public static String ofWorkload(String cluster, String namespace, String name) {
        return filtered(
                FINDINGS,
                new FilterExpression(List.of())
                        .and("cluster", cluster)
                        .and("namespace", namespace)
                        .and("workload", name)
                        .toString());
    }

    /** One exception, within all of them. */
    static String exception(UUID id) {
        return filtered(EXCEPTIONS, "") + "&sel=" + id;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
