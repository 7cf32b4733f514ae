package dev.quayside.local.up;

import dev.quayside.local.LocalShop;
import dev.quayside.local.LocalShopBuilder;
import dev.quayside.local.ShopData;
import dev.quayside.local.ShopException;
import dev.quayside.local.StripeAccess;
import dev.quayside.local.secret.PrivateFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the shop until it is told to stop. {@code deploy/up} builds it, and then becomes it. */
public final class Main {
    private Main() {}

    /** Not to be called by hand: {@code quayside.repository} is set by {@code deploy/up}. */
    public static void main(String[] words) {
        Path repository = Path.of(System.getProperty("quayside.repository", "."));
        Terminal terminal = new Terminal(System.out);
        try {
            Arguments arguments = Arguments.of(List.of(words), System.getenv(), repository);
            throw run(arguments, repository, terminal);
        } catch (Arguments.Wrong wrong) {
            terminal.fail(wrong, 2);
        } catch (RuntimeException failure) {
            terminal.fail(failure, 1);
        }
    }

    /** Returns why it is over; a signal ends the process before. */
    private static ShopException run(Arguments arguments, Path repository, Terminal terminal) {
        if (arguments.reset()) {
            ShopData.delete(arguments.data());
        }
        LocalShop shop = shop(arguments, repository, terminal, System.getenv());
        terminal.stopAtSignal(shop);
        shop.start();
        PrivateFiles.write(arguments.data().resolve("admin-api-key"), shop.adminApiKey() + "\n");
        PrivateFiles.write(arguments.data().resolve("stripe-webhook-secret"), shop.webhookSecret() + "\n");
        int products = new SampleCatalogue(shop).loadOnce();
        if (products > 0) {
            terminal.line("sample catalogue", products + " products loaded");
        }
        terminal.print(Welcome.text(shop));
        return terminal.awaitDeath();
    }

    private static LocalShop shop(
            Arguments arguments, Path repository, Terminal terminal, Map<String, String> environment) {
        LocalShopBuilder builder = LocalShop.in(repository, arguments.data())
                .ports(arguments.ports())
                .listener(terminal);
        StripeAccess.fromEnvironment(environment).ifPresent(builder::stripe);
        return builder.build();
    }
}
