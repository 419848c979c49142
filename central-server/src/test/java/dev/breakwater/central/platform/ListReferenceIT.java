package dev.breakwater.central.platform;

import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.ReferencePage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CentralApplication
class ListReferenceIT {

    private static final String HEAD = """
            # Lists

            Every list is read by `GET /api/v1/<list>` and answers `{"items": […], "nextPageToken": …}`. Made from the code; do not edit.

            | parameter | meaning |
            |---|---|
            | `q` | filter, below |
            | `sort` | comma-separated fields, `-` before one for descending; at most 4 |
            | `pageSize` | %d to %d, default %d |
            | `pageToken` | the `nextPageToken` of the page before, with the same `q` and `sort` |
            | `cluster` | short form of `q=cluster:…`: name or id, where the list has that field |
            | `namespace` | short form of `q=namespace:…`: name or id, where the list has that field |

            ## Filters

            A filter is terms with spaces between them, all of which must hold: `severity:critical namespace:pay* !policy:"Latest tag"`.

            * `field:value` — the field has the value, without regard to case; `field:a,b` — one of the values; `!` before it — not.
            * `*` in a word stands for any text. In quotes everything is literal; `\\"` is a quote and `\\\\` a backslash.
            * `>`, `>=`, `<`, `<=` before a value compare numbers, ages and severities: `risk:>5`, `age:<7d`. An age is a number of `m`, `h`, `d` or `w`.
            * A word without a field is looked for in the list's names.
            * At most %d characters, %d terms, and %d values in a term.
            """.formatted(
                    1,
                    ListRequest.MAX_PAGE_SIZE,
                    ListRequest.DEFAULT_PAGE_SIZE,
                    FilterExpression.MAX_LENGTH,
                    FilterExpression.MAX_PARTS,
                    FilterExpression.MAX_PARTS);

    /** Where a list is read that has no path of its own name. */
    private static final Map<String, String> PATHS = Map.of(
            "vulnerabilities/packages", "Read by `GET /api/v1/images/{digest}/vulnerabilities`, of one image.\n\n");

    @Autowired
    List<ListDefinition<?>> definitions;

    @Test
    void thePageTellsOfEveryList() {
        ReferencePage.check(
                "rest-lists.md",
                HEAD
                        + definitions.stream()
                                .sorted(Comparator.comparing(ListDefinition::name))
                                .map(ListReferenceIT::section)
                                .collect(Collectors.joining()));
    }

    private static String section(ListDefinition<?> list) {
        StringBuilder section = new StringBuilder("\n## " + list.name() + "\n\n" + PATHS.getOrDefault(list.name(), "")
                + "| field | meaning | values |\n|---|---|---|\n");
        for (FilterTerm term : list.terms()) {
            section.append("| `%s` | %s | %s |%n"
                    .formatted(
                            term.name(),
                            ReferencePage.cell(term.meaning()),
                            term.values().stream()
                                    .map(value -> "`" + value + "`")
                                    .collect(Collectors.joining(", "))));
        }
        return section.append("\nSorts: %s. Default: `%s`.%n"
                        .formatted(
                                list.sortNames().stream()
                                        .map(sort -> "`" + sort + "`")
                                        .collect(Collectors.joining(", ")),
                                list.defaultSort()))
                .toString();
    }
}
