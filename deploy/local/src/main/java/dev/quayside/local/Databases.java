package dev.quayside.local;

import dev.quayside.local.process.Child;
import dev.quayside.local.secret.Secret;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Redis of one shop. Starting waits for stopping and the other way round, so that a stop is never overtaken. */
final class Databases {
    private final ShopSettings shop;
    private final Consumer<ShopException> onDeath;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalRedis redis;
    private boolean closed;

    Databases(ShopSettings shop, Consumer<ShopException> onDeath) {
        this.shop = shop;
        this.onDeath = onDeath;
    }

    /** Ends a PostgreSQL that a killed launcher left behind. (What Redis it left is among the run files.) */
    void endLeftovers() {
        new PostgresFolder(postgresData()).endServer();
    }

    synchronized void startPostgres() {
        if (postgres == null) {
            requireOpen();
            LocalPostgres started = LocalPostgres.durable(
                    postgresData(), shop.ports().of(Port.POSTGRES), RolePasswords.of(shop.secrets()));
            postgres = started;
            started.process().ifPresent(process -> {
                var unused = process.onExit().thenRun(() -> postgresEnded(started));
            });
        }
    }

    private void postgresEnded(LocalPostgres ended) {
        synchronized (this) {
            if (postgres != ended) {
                return;
            }
            stopPostgres();
        }
        onDeath.accept(died("PostgreSQL", "postgresql"));
    }

    synchronized void stopPostgres() {
        LocalPostgres running = postgres;
        postgres = null;
        if (running != null) {
            running.close();
        }
    }

    synchronized void killPostgres() {
        LocalPostgres running = postgres;
        postgres = null;
        if (running != null) {
            running.kill();
        }
    }

    synchronized void startRedis() {
        if (redis == null) {
            requireOpen();
            redis = LocalRedis.durable(
                    shop.data().resolve("redis"),
                    shop.ports().of(Port.REDIS),
                    shop.secrets().of(Secret.REDIS),
                    this::redisDied);
        }
    }

    private void redisDied(Child ended) {
        stopRedis();
        onDeath.accept(died("Redis", ended.name()));
    }

    synchronized void stopRedis() {
        LocalRedis running = redis;
        redis = null;
        if (running != null) {
            running.close();
        }
    }

    /** Stops both; after this neither can be started any more. */
    synchronized void close() {
        closed = true;
        stopRedis();
        stopPostgres();
    }

    private void requireOpen() {
        if (closed) {
            throw new ShopException("The shop is closing.");
        }
    }

    private Path postgresData() {
        return shop.data().resolve("postgresql");
    }

    private ShopException died(String name, String log) {
        return new ShopException(LastWords.of(name + " has stopped", shop.log(log)));
    }
}
