package dev.quayside.endtoend;

import dev.quayside.local.LocalShop;
import dev.quayside.local.Ports;
import dev.quayside.local.Service;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The running shop, started when the first test needs it and stopped after the last. */
public final class Shop implements BeforeAllCallback {
    static LocalShop running() {
        return Holder.SHOP;
    }

    /** Starts a service again, with another value of one setting. */
    static void restart(Service service, String setting, String value) {
        running().environment(service, setting, value);
        running().restart(service);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // The store closes what it holds when the last test has run.
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Shop.class, key -> running());
    }

    private static final class Holder {
        private static final LocalShop SHOP = start();

        private static LocalShop start() {
            Path repository = Path.of(System.getProperty("quayside.repository"));
            Path data = repository.resolve(
                    "deploy/end-to-end/target/shops/" + ProcessHandle.current().pid());
            LocalShop shop = LocalShop.in(repository, data)
                    .ports(Ports.free())
                    // A hundred buyers from one address are the test's own; limits are for strangers.
                    .environment(Service.GATEWAY, "QUAYSIDE_LIMITS_FACTOR", "1000")
                    .build();
            shop.start();
            return shop;
        }
    }
}
