package dev.breakwater.central.reporting.internal.definition;

import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.reporting.ReportKind;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the present person may see of reports: those of the audit log are for administrators. */
public final class Visible {

    private Visible() {}

    /** Whether the present person may see reports of this kind. */
    public static boolean is(ReportKind kind) {
        return kind != ReportKind.AUDIT || isAdministrator();
    }

    /** What is asked, without what the present person may not see. */
    public static ListRequest of(ListRequest request) {
        return isAdministrator()
                ? request
                : new ListRequest(of(request.q()), request.sort(), request.pageSize(), request.pageToken());
    }

    /** The same of a filter. */
    public static String of(String q) {
        return isAdministrator() ? q : (q + " !kind:audit").strip();
    }

    private static boolean isAdministrator() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream().anyMatch(authority -> "ROLE_ADMIN".equals(authority.getAuthority()));
    }
}
