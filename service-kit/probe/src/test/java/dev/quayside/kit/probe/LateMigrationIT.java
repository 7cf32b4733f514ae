package dev.quayside.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

@KitTest
class LateMigrationIT {
    @Inject
    Flyway flyway;

    @Test
    void migrationOfTheKitIsAppliedToAShopThatWasStartedBeforeItCame() {
        assertThat(migrated("classpath:db/late/first")).isEqualTo(1);
        assertThat(migrated("classpath:db/late/first", "classpath:db/late/second"))
                .isEqualTo(1);
    }

    /** With the settings of every service, beside its own tables. */
    private int migrated(String... locations) {
        return new FluentConfiguration(getClass().getClassLoader())
                .dataSource(flyway.getConfiguration().getDataSource())
                .outOfOrder(flyway.getConfiguration().isOutOfOrder())
                .table("late_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations(locations)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
