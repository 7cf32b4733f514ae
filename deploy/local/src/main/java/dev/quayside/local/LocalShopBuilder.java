package dev.quayside.local;

import dev.quayside.local.secret.PrivateFiles;
import dev.quayside.local.secret.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a shop can be told before it starts. */
public final class LocalShopBuilder {
    private final Path repository;
    private final Path data;
    private Ports ports = Ports.usual();
    private @Nullable StripeAccess stripe;
    private Map<String, String> inherited = System.getenv();
    private final List<Consumer<LocalShop>> extra = new ArrayList<>();
    private ShopListener listener = ShopListener.SILENT;

    LocalShopBuilder(Path repository, Path data) {
        this.repository = repository.toAbsolutePath().normalize();
        this.data = data.toAbsolutePath().normalize();
    }

    /** Default: the usual ones. */
    public LocalShopBuilder ports(Ports where) {
        ports = where;
        return this;
    }

    /** Default: the stand-in, started with the shop. */
    public LocalShopBuilder stripe(StripeAccess access) {
        stripe = access;
        return this;
    }

    /** What every process gets before its own settings; default: this process's environment. */
    public LocalShopBuilder inheritedEnvironment(Map<String, String> environment) {
        inherited = Map.copyOf(environment);
        return this;
    }

    /** One more variable for one service; it overrules. */
    public LocalShopBuilder environment(Service service, String name, String value) {
        extra.add(shop -> shop.environment(service, name, value));
        return this;
    }

    public LocalShopBuilder listener(ShopListener hears) {
        listener = hears;
        return this;
    }

    /** Makes the directory and its secrets if they are not there; starts nothing. */
    public LocalShop build() {
        PrivateFiles.folder(data);
        if (new PostgresFolder(data.resolve("postgresql")).isComplete() && !Secrets.existIn(data)) {
            throw new ShopException(
                    "The database in " + data + " is there, but not the passwords to it (secrets.properties). Put the"
                            + " file back, or start afresh with --reset.");
        }
        Secrets secrets = Secrets.in(data);
        StripeAccess access = stripe == null ? StripeAccess.standIn(secrets, ports) : stripe;
        ShopSettings shop = new ShopSettings(repository, data, ports, secrets, access);
        LocalShop built = new LocalShop(shop, new ServiceEnvironment(shop, inherited), listener);
        extra.forEach(each -> each.accept(built));
        return built;
    }
}
