package dev.quayside.endtoend.faults;

import dev.quayside.endtoend.testing.Http;
import dev.quayside.endtoend.testing.Shop;
import dev.quayside.local.Instance;
import dev.quayside.local.LocalShop;
import dev.quayside.local.Ports;
import dev.quayside.local.Service;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** What goes wrong, one thing after another, as a random number decides. */
final class Mishaps {
    private static final Logger LOG = Logger.getLogger(Mishaps.class);
    private static final Duration READY = Duration.ofSeconds(90);
    private static final List<Service> SERVICES =
            List.of(Service.CATALOG, Service.ORDER, Service.PAYMENT, Service.GATEWAY);
    /** Those that have workers, which then work beside the others'. */
    private static final List<Service> DOUBLED = List.of(Service.ORDER, Service.PAYMENT);

    private static final List<String> BEFORE_OR_AFTER =
            List.of("reset", "empty_200", "empty_503", "stored_500", "html_502");
    private static final List<String> BEFORE = List.of("conflict_409_in_use", "rate_limit_429", "lock_timeout_429");

    private final LocalShop shop = Shop.running();
    private final Random chance;
    private final List<Instance> others = new ArrayList<>();

    Mishaps(Random chance) {
        this.chance = chance;
    }

    /** One more mishap, and a while in which the shop works as well as it can. */
    void next() {
        switch (chance.nextInt(8)) {
            case 0, 1 -> kill(SERVICES.get(chance.nextInt(SERVICES.size())));
            case 2 -> another(DOUBLED.get(chance.nextInt(DOUBLED.size())));
            case 3 -> killPostgres();
            case 4 -> withoutRedis();
            case 5 -> webhooksGoAstray();
            default -> stripeFails();
        }
        pause(500 + chance.nextInt(2_000));
    }

    /** Everything works again. */
    void end() {
        Http.stripe().delete("/_test/faults").then().statusCode(200);
        Http.stripe().delete("/_test/webhooks").then().statusCode(200);
        others.forEach(Instance::kill);
        SERVICES.forEach(service -> shop.awaitReady(service, READY));
    }

    private void kill(Service service) {
        LOG.infof("kill -9 of %s", service.label());
        shop.kill(service);
        shop.start(service);
        shop.awaitReady(service, READY);
    }

    /** A second instance, and the death of one that was there before. */
    private void another(Service service) {
        LOG.infof("one more %s", service.label());
        others.forEach(Instance::kill);
        others.clear();
        Instance second = shop.startInstance(service, Ports.another());
        second.awaitReady(READY);
        others.add(second);
    }

    private void killPostgres() {
        LOG.info("kill -9 of PostgreSQL");
        shop.killPostgres();
        pause(chance.nextInt(1_000));
        shop.startPostgres();
    }

    private void withoutRedis() {
        LOG.info("Redis goes away");
        shop.stopRedis();
        pause(chance.nextInt(2_000));
        shop.startRedis();
    }

    private void webhooksGoAstray() {
        LOG.info("webhooks go astray");
        control(
                "/_test/webhooks",
                Map.of(
                        "dropNext", chance.nextInt(5),
                        "repeat", 1 + chance.nextInt(3),
                        "jitterMillis", chance.nextInt(1_000),
                        "beforeReply", chance.nextBoolean()));
    }

    private void stripeFails() {
        boolean after = chance.nextBoolean();
        List<String> kinds = after || chance.nextBoolean() ? BEFORE_OR_AFTER : BEFORE;
        String kind = kinds.get(chance.nextInt(kinds.size()));
        LOG.infof("Stripe: %s %s", kind, after ? "after the effect" : "before the effect");
        control(
                "/_test/faults",
                Map.of("path", "/v1/*", "kind", kind, "times", 1 + chance.nextInt(4), "afterEffect", after));
    }

    private static void control(String path, Map<String, Object> body) {
        Http.stripe().contentType(ContentType.JSON).body(body).post(path).then().statusCode(200);
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }
}
