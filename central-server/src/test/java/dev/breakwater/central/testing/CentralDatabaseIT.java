package dev.breakwater.central.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CentralDatabaseIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    @Test
    void hasTheSchemaOfTheMigrations() {
        assertThat(database.jdbc()
                        .sql("select count(*) from clusters")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsDatabasesApart() {
        try (CentralDatabase other = CentralDatabase.fresh()) {
            other.jdbc().sql("create table only_here (id int)").update();
            assertThat(database.jdbc()
                            .sql("select to_regclass('only_here')::text")
                            .query(String.class)
                            .optional())
                    .isEmpty();
        }
    }
}
