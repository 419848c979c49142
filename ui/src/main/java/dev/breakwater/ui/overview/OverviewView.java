package dev.breakwater.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.overview.Board;
import dev.breakwater.ui.overview.OverviewData.Mendable;
import dev.breakwater.ui.part.ChartCard;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.Scoped;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.registries.RegistryHint;
import dev.breakwater.ui.remedy.FixFirstCard;
import dev.breakwater.ui.remedy.RemedyDesk;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong now, what to fix first, and what cannot be seen. */
@Route(OverviewNavigation.PATH)
@PageTitle("Overview · Breakwater")
@PermitAll
class OverviewView extends Div implements AfterNavigationObserver, Scoped {

    private static final String DAYS = "days";
    private static final int LONG = 90;
    private static final int SHORT = 30;
    /** From so many things that wait on, they have a column of their own. */
    private static final int BESIDE = 3;

    private static final int MOST_CLUSTERS = 5;
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final transient OverviewData data;
    private final transient RemedyDesk remedies;
    private final Clock clock;
    private final boolean mayAdd;
    private final Span live = Markup.text("bw-live", "");
    private final Div spans = Markup.box("bw-segments");
    private final Div head = new Div();
    private final Div cards = Markup.box("bw-overview");
    private final Map<String, Card> shown = new HashMap<>();
    private final transient RegistryHint hint;
    private Scope scope = Scope.DEFAULT;
    private int days = LONG;
    private Instant readAt = Instant.EPOCH;

    /** A card with the data that it was made of: it stays as it is until they change. */
    private record Card(Object of, Component component) {}

    OverviewView(
            OverviewData data,
            RemedyDesk remedies,
            RegistryHint hint,
            Clock clock,
            LiveUpdates updates,
            AuthenticationContext person) {
        this.hint = hint;
        this.data = data;
        this.remedies = remedies;
        this.clock = clock;
        this.mayAdd = person.hasRole("ADMIN");
        addClassNames("bw-page", "bw-scroll");
        PageHead title = new PageHead("Overview", "What is wrong now, what to fix first, and what we cannot see.");
        title.addActions(live, spans);
        spans.getElement().setAttribute("role", "group");
        spans.getElement().setAttribute("aria-label", "Length of the trend");
        head.add(title);
        add(head, cards);
        addAttachListener(event -> {
            var changes = updates.follow(event.getUI(), EnumSet.of(LiveUpdates.Topic.TIME), () -> {
                if (readAt.plus(FRESH).isBefore(clock.instant())) {
                    show();
                }
            });
            addDetachListener(detach -> changes.remove());
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        scope = Scope.from(parameters);
        days = parameters
                        .getSingleParameter(DAYS)
                        .filter(String.valueOf(SHORT)::equals)
                        .isPresent()
                ? SHORT
                : LONG;
        shown.clear();
        cards.removeAll();
        show();
    }

    @Override
    public void showScope(Scope wanted) {
        getUI().ifPresent(ui -> ui.navigate(OverviewNavigation.PATH, parameters(wanted, days)));
    }

    private static QueryParameters parameters(Scope scope, int days) {
        Map<String, String> parameters = new HashMap<>();
        if (!scope.toParameter().isEmpty()) {
            parameters.put(Scope.PARAMETER, scope.toParameter());
        }
        if (days != LONG) {
            parameters.put(DAYS, String.valueOf(days));
        }
        return QueryParameters.simple(parameters);
    }

    private void show() {
        readAt = clock.instant();
        List<ClusterRow> clusters = data.clusters();
        boolean nothingRead = clusters.stream().allMatch(row -> row.syncedAt() == null && row.workloads() == 0);
        head.setVisible(!(nothingRead && data.seesEverything()));
        if (!head.isVisible()) {
            long policies = data.policies();
            place(List.of(card(
                    "first",
                    List.of(
                            clusters.stream()
                                    .map(row -> List.of(row.name(), row.health()))
                                    .toList(),
                            policies),
                    () -> new FirstRun(clusters, policies, mayAdd, hint.isConnected(), TimeWords.here(clock)))));
            return;
        }
        Board board = data.board(scope, days);
        TimeWords times = TimeWords.here(clock);
        live.setText("live, as of " + times.timeOfDay(board.asOf()));
        spans.removeAll();
        spans.add(span(LONG), span(SHORT));
        place(board.workloads().total() == 0 ? nothingHere() : cards(board, times));
    }

    private Anchor span(int length) {
        String query = parameters(scope, length).getQueryString();
        Anchor link = new Anchor(query.isEmpty() ? "." : "?" + query, length + " days");
        link.addClassName("bw-segment");
        if (length == days) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private List<Card> nothingHere() {
        return List.of(card(
                "empty",
                scope,
                () -> new EmptyState(
                        "No workload in this scope",
                        scope.equals(Scope.DEFAULT)
                                ? "You may see none, or those that are there belong to the platform."
                                : "The scope above leaves none. It may also be that your role does not include it.",
                        Markup.link(".", "Show everything"))));
    }

    private List<Card> cards(Board board, TimeWords times) {
        Links links = new Links(scope);
        List<WaitingCard.Item> waiting = new Waiting(data, links, times, mayAdd).items(board);
        boolean trend = board.trend().days().size() > 1;
        Optional<Mendable> mendable = data.mendable(scope);
        List<Card> all = new ArrayList<>();
        all.add(card(
                "tiles",
                List.of(
                        board.open(),
                        mendable,
                        board.workloads(),
                        health(board),
                        board.trend().days()),
                () -> new Tiles(board, mendable, links, times)));
        if (trend) {
            all.add(card(
                    "trend",
                    board.trend().days(),
                    () -> new ChartCard(
                            "Are we getting better?",
                            "Open violations by severity, and opened against closed each week",
                            "violations-by-day",
                            TrendSpec.of(board.trend(), links),
                            "bw-two-thirds bw-trend")));
        }
        boolean beside = trend && waiting.size() < BESIDE;
        if (beside) {
            all.add(card(
                    "side", List.of(waiting, health(board), times.now()), () -> side(board, waiting, links, times)));
        } else if (!waiting.isEmpty()) {
            all.add(card("waiting", List.of(waiting, trend), () -> new WaitingCard(waiting, trend)));
        }
        all.add(card(
                "coverage",
                List.of(board.workloads(), board.images(), board.sight(), health(board)),
                () -> new CoverageRibbon(board, links)));
        if (!board.riskiest().isEmpty() && mendable.isPresent()) {
            all.add(card(
                    "plan", scope, () -> new FixFirstCard(remedies, data.place(scope), links.fixPlan(), "bw-wide")));
        }
        if (!board.riskiest().isEmpty()) {
            all.add(card(
                    "risk",
                    List.of(board.riskiest(), board.workloads().scored()),
                    () -> new RiskiestCard(board.riskiest(), board.workloads().scored(), links)));
        }
        if (!beside && !board.clusters().isEmpty()) {
            all.add(card(
                    "clusters",
                    List.of(health(board), times.now()),
                    () -> new ClustersCard(board.clusters(), MOST_CLUSTERS, links, times)));
        }
        all.addAll(shares(board, links, beside || board.clusters().isEmpty()));
        return all;
    }

    /** What waits and the clusters one under the other, where both are short. */
    private static Component side(Board board, List<WaitingCard.Item> waiting, Links links, TimeWords times) {
        Div side = Markup.box("bw-third bw-side");
        if (!waiting.isEmpty()) {
            side.add(new WaitingCard(waiting, true));
        }
        if (!board.clusters().isEmpty()) {
            side.add(new ClustersCard(board.clusters(), MOST_CLUSTERS - waiting.size(), links, times));
        }
        return side;
    }

    private List<Card> shares(Board board, Links links, boolean roomBesideRisk) {
        List<Card> all = new ArrayList<>();
        if (!board.owners().isEmpty()) {
            all.add(card(
                    "owners",
                    List.of(board.owners(), roomBesideRisk),
                    () -> new ChartCard(
                            "Who has to act?",
                            "Open violations by owner",
                            "violations-by-owner",
                            ShareSpecs.bars("Owner", "nobody", "owner", board.owners(), links),
                            roomBesideRisk ? "bw-third" : "bw-half")));
        }
        boolean ages = board.images().told() > 0;
        if (!board.categories().isEmpty()) {
            all.add(card(
                    "categories",
                    List.of(board.categories(), roomBesideRisk, ages),
                    () -> new ChartCard(
                            "What kind of problems?",
                            "Open violations by category of their policy; one may be in several",
                            "violations-by-category",
                            ShareSpecs.bars("Category", "no category", "category", board.categories(), links),
                            !ages && roomBesideRisk ? "bw-wide" : "bw-half")));
        }
        if (ages) {
            all.add(card(
                    "ages",
                    board.images(),
                    () -> new ChartCard(
                            "How old are the images?",
                            "Images in use, by the time since they were built",
                            "images-by-age",
                            ShareSpecs.ages(board.images()),
                            (roomBesideRisk ? "bw-half" : "bw-wide") + " bw-ages")));
        }
        return all;
    }

    private static Object health(Board board) {
        return board.clusters().stream()
                .map(row -> List.of(row.name(), row.health(), row.workloads(), row.connected()))
                .toList();
    }

    private Card card(String key, Object of, Supplier<Component> maker) {
        Card before = shown.get(key);
        if (before != null && Objects.equals(before.of(), of)) {
            return before;
        }
        Card card = new Card(of, maker.get());
        shown.put(key, card);
        return card;
    }

    /** Only what changed is taken out and put in, so that nothing else loses its focus or place. */
    private void place(List<Card> wanted) {
        List<Component> components = wanted.stream().map(Card::component).toList();
        cards.getChildren()
                .filter(child -> !components.contains(child))
                .toList()
                .forEach(cards::remove);
        shown.values().removeIf(card -> !components.contains(card.component()));
        for (int i = 0; i < components.size(); i++) {
            if (i >= cards.getComponentCount() || cards.getComponentAt(i) != components.get(i)) {
                cards.addComponentAtIndex(i, components.get(i));
            }
        }
    }
}
