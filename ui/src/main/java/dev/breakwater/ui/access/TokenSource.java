package dev.breakwater.ui.access;

import dev.breakwater.central.access.ApiToken;
import dev.breakwater.central.access.ApiTokens;
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

/** The API tokens, for administrators only. */
@Component
class TokenSource extends CentralSource<ApiToken> {

    private final ApiTokens tokens;

    TokenSource(Lists lists, ListDefinition<ApiToken> definition, Readers readers, ApiTokens tokens) {
        super(lists, definition, readers, new Noun("API token", "API tokens"));
        this.tokens = tokens;
    }

    @Override
    public Page<ApiToken> page(ListRequest request) {
        return tokens.list(request, reader());
    }

    @Override
    public UUID idOf(ApiToken row) {
        return row.id();
    }

    @Override
    public String nameOf(ApiToken row) {
        return row.name();
    }

    @Override
    public Instant newSince(ApiToken row) {
        return row.createdAt();
    }

    @Override
    public String newestFirst() {
        return "-createdAt";
    }
}
