package dev.quayside.kit.testing;

import dev.quayside.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with the shop's roles; {@code role} names the one that the service under test has. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private String role = "postgres";
    private @Nullable LocalPostgres server;

    @Override
    public void init(Map<String, String> arguments) {
        role = arguments.getOrDefault("role", role);
    }

    @Override
    public Map<String, String> start() {
        LocalPostgres started = LocalPostgres.forTests();
        server = started;
        return Map.of(
                "QUAYSIDE_DB_URL",
                started.jdbcUrl(),
                "QUAYSIDE_DB_USER",
                role,
                "QUAYSIDE_DB_PASSWORD",
                role,
                "quayside.test.db-url",
                started.jdbcUrl());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
