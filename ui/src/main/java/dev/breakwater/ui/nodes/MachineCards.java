package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.FileFact;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import dev.breakwater.engine.machine.MachineEvidence.FileState;
import dev.breakwater.engine.machine.MachineEvidence.PasswordState;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.List;

/** The evidence itself, its short and telling parts: what could not be read, components, configuration, accounts, files. */
final class MachineCards {

    private static final int SHOWN = 200;
    private static final int MOST_LINES = 20_000;

    private MachineCards() {}

    static Component of(MachineEvidence evidence) {
        Div cards = Markup.box("bw-cards bw-cards-one");
        if (!evidence.unread().isEmpty()) {
            FactTable table = new FactTable("What could not be read", List.of("What", "Why"));
            evidence.unread().stream()
                    .limit(SHOWN)
                    .forEach(one -> table.row(
                            Markup.text("bw-code bw-wrap-anywhere", one.what()),
                            Markup.text("bw-second", one.reason())));
            cards.add(
                    card("What could not be read?", Counted.of(evidence.unread().size(), "thing", "things"), table));
        }
        cards.add(processes(evidence), configuration(evidence), accounts(evidence), files(evidence));
        return cards;
    }

    private static Component processes(MachineEvidence evidence) {
        FactTable table = new FactTable("Processes", List.of("Program", "Number", "User", "Command line"));
        evidence.processes().stream()
                .filter(process -> !process.arguments().isEmpty())
                .limit(SHOWN)
                .forEach(process -> table.row(
                        Markup.text(
                                "bw-name bw-wrap-anywhere", process.arguments().getFirst()),
                        Markup.text("bw-second", String.valueOf(process.pid())),
                        Markup.text("bw-second", process.user()),
                        Markup.text("bw-code bw-second bw-wrap-anywhere", String.join(" ", process.arguments()))));
        return card(
                "What runs on it?",
                Counted.of(evidence.processes().size(), "process", "processes") + ", without secrets",
                folded(table));
    }

    private static Component configuration(MachineEvidence evidence) {
        List<FileFact> texts = evidence.files().stream()
                .filter(file -> file.text() != null && !file.text().isBlank())
                .limit(SHOWN)
                .toList();
        Div all = Markup.box("bw-column");
        texts.forEach(file -> {
            String text = String.valueOf(file.text());
            all.add(new NativeDetails(
                    file.path() + " (" + file.owner() + ":" + file.group() + " " + file.permissions() + ")",
                    Markup.lines(text.length() > MOST_LINES ? text.substring(0, MOST_LINES) + "…" : text)));
        });
        return card(
                "How is it configured?", Counted.of(texts.size(), "file", "files") + ", without secrets", folded(all));
    }

    private static Component accounts(MachineEvidence evidence) {
        FactTable table = new FactTable("Accounts", List.of("Account", "Number", "Shell", "Password"));
        evidence.accounts().stream()
                .limit(SHOWN)
                .forEach(account -> table.row(
                        Markup.text("bw-name", account.name()),
                        Markup.text("bw-second", String.valueOf(account.uid())),
                        Markup.text("bw-code bw-second", account.shell()),
                        Markup.text(
                                account.password() == PasswordState.EMPTY ? "bw-name" : "bw-second",
                                password(account.password(), account.hashMethod()))));
        return card("Who can sign in?", Counted.of(evidence.accounts().size(), "account", "accounts"), folded(table));
    }

    private static String password(PasswordState state, String method) {
        return switch (state) {
            case SET -> "set (" + (method.isEmpty() ? "unknown method" : method) + ")";
            case LOCKED -> "none can be used";
            case EMPTY -> "empty: anybody can sign in";
            case UNKNOWN -> "unknown";
        };
    }

    private static Component files(MachineEvidence evidence) {
        List<FileFact> telling = evidence.files().stream()
                .filter(file -> file.state() == FileState.PRESENT && !why(file).isEmpty())
                .toList();
        FactTable table = new FactTable("Files that deserve a look", List.of("Why", "File", "Mode", "Owner"));
        telling.stream()
                .limit(SHOWN)
                .forEach(file -> table.row(
                        Markup.text("bw-name", why(file)),
                        Markup.text("bw-code bw-wrap-anywhere", file.path()),
                        Markup.text("bw-code bw-second", file.permissions()),
                        Markup.text("bw-second", file.owner() + ":" + file.group())));
        String note = evidence.looked().contains(MachineEvidence.WALK)
                ? Counted.of(telling.size(), "file", "files")
                : "the walk did not end: there may be more";
        return card("Which files deserve a look?", note, folded(table));
    }

    private static String why(FileFact file) {
        boolean sticky = (file.mode() & 01000) != 0;
        if (file.kind() != FileKind.OTHER && (file.mode() & 02) != 0 && !sticky) {
            return "everybody may write to it";
        }
        if (file.kind() == FileKind.FILE && (file.mode() & 06000) != 0) {
            return "runs as its owner or group";
        }
        return !file.owner().isEmpty() && file.owner().equals(String.valueOf(file.uid()))
                ? "belongs to no account"
                : "";
    }

    private static Component folded(Component content) {
        return new NativeDetails("Show them", content);
    }

    private static Component card(String question, String note, Component content) {
        return Markup.box("bw-card bw-card-wide", new CardHead(question, note), content);
    }
}
