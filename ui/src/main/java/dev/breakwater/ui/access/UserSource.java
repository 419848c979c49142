package dev.breakwater.ui.access;

import dev.breakwater.central.access.People;
import dev.breakwater.central.access.User;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The local accounts, for administrators only. */
@Component
class UserSource extends CentralSource<User> {

    private final People people;

    UserSource(Lists lists, ListDefinition<User> definition, Readers readers, People people) {
        super(lists, definition, readers, new Noun("account", "accounts"));
        this.people = people;
    }

    @Override
    public Page<User> page(ListRequest request) {
        return people.list(request, reader());
    }

    @Override
    public UUID idOf(User row) {
        return row.id();
    }

    @Override
    public String nameOf(User row) {
        return row.username();
    }

    @Override
    public Instant newSince(User row) {
        return row.createdAt();
    }

    @Override
    public String newestFirst() {
        return "-createdAt";
    }
}
