package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter and the pages of results that are computed when they are asked for: the terms of the list, without patterns. */
final class PartFilter {

    private static final Pattern TERM = Pattern.compile("(!?)([A-Za-z]+):(?:\"([^\"]*)\"|(\\S+))");
    private static final String ALLOWED = "standard:, control:, cluster: and outcome: with exact values";

    private PartFilter() {}

    /** A page of those that the filter lets through, in the order given. */
    static Page<ControlResult> page(List<ControlResult> all, ListRequest request) {
        if (!request.sort().isEmpty() && !List.of("control", "control,cluster").contains(request.sort())) {
            throw new InvalidRequest("sort", request.sort(), "control, for a part of a cluster");
        }
        List<ControlResult> matching = all.stream().filter(filter(request.q())).toList();
        int from = from(request.pageToken(), matching.size());
        int to = Math.min(matching.size(), from + request.pageSize());
        return new Page<>(matching.subList(from, to), to < matching.size() ? String.valueOf(to) : null);
    }

    private static int from(@org.jspecify.annotations.Nullable String token, int size) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        try {
            int from = Integer.parseInt(token);
            if (from >= 0 && from <= size) {
                return from;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidRequest("pageToken", token, "the token of the page before, with the same filter");
    }

    private static Predicate<ControlResult> filter(String q) {
        List<Predicate<ControlResult>> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(q);
        int end = 0;
        while (matcher.find()) {
            if (!q.substring(end, matcher.start()).isBlank()) {
                throw new InvalidRequest("q", q, ALLOWED);
            }
            end = matcher.end();
            String given = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            List<String> values = List.of(given.toLowerCase(Locale.ROOT).split(","));
            Predicate<ControlResult> term = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                case "standard" -> one -> values.contains(one.standard());
                case "control" -> one -> values.contains(one.control().toLowerCase(Locale.ROOT));
                case "cluster" ->
                    one -> values.contains(one.cluster().toLowerCase(Locale.ROOT))
                            || values.contains(one.clusterId().toString());
                case "outcome" ->
                    one -> values.contains(
                            one.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                default -> throw new InvalidRequest("q", q, ALLOWED);
            };
            terms.add(matcher.group(1).isEmpty() ? term : term.negate());
        }
        if (!q.substring(end).isBlank()) {
            throw new InvalidRequest("q", q, ALLOWED);
        }
        return one -> terms.stream().allMatch(term -> term.test(one));
    }
}
