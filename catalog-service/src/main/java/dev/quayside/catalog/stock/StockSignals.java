package dev.quayside.catalog.stock;

import dev.quayside.catalog.alert.StockAlerts;
import dev.quayside.catalog.alert.Watched;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.catalog.storefront.StorefrontSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** Tells the storefront and the staff what a change of stock means to them: nothing, as long as its state stays what it is. */
@ApplicationScoped
class StockSignals {
    private final StockAlerts alerts;
    private final ReadModel readModel;
    private final StorefrontSettings storefront;

    StockSignals(StockAlerts alerts, ReadModel readModel, StorefrontSettings storefront) {
        this.alerts = alerts;
        this.readModel = readModel;
        this.storefront = storefront;
    }

    /** Units of skus have come or gone: so many available ones more, by sku. */
    void moved(Map<String, Long> available, Map<String, LockedStock> before) {
        alerts.watch(available.entrySet().stream()
                .map(change -> {
                    LockedStock there = Objects.requireNonNull(before.get(change.getKey()));
                    return watched(there, there.level().available() + change.getValue(), there.policy());
                })
                .toList());
        readModel.stockStateChanged(available.entrySet().stream()
                .filter(change -> flips(Objects.requireNonNull(before.get(change.getKey())), change.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Skus have other policies; whoever decides them tells the storefront. */
    void decided(Map<String, StockPolicy> policies, Map<String, LockedStock> before) {
        alerts.watch(policies.entrySet().stream()
                .map(one -> {
                    LockedStock there = Objects.requireNonNull(before.get(one.getKey()));
                    return watched(there, there.level().available(), one.getValue());
                })
                .toList());
    }

    private Watched watched(LockedStock before, long available, StockPolicy policy) {
        long above = before.level().available() - threshold(before.policy());
        return new Watched(before.level().sku(), above, available, threshold(policy));
    }

    private long threshold(StockPolicy policy) {
        return Objects.requireNonNullElse(policy.lowStock(), storefront.lowStock());
    }

    private boolean flips(LockedStock before, long change) {
        long available = before.level().available();
        StockPolicy policy = before.policy();
        return storefront.state(available, policy.limit(), policy.lowStock())
                != storefront.state(available + change, policy.limit(), policy.lowStock());
    }
}
