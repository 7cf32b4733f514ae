package dev.quayside.catalog.stock;

import dev.quayside.catalog.alert.StockAlerts;
import dev.quayside.catalog.alert.Watched;
import dev.quayside.catalog.storefront.ReadModel;
import dev.quayside.catalog.storefront.StorefrontSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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

    /**
     * Units of skus have come, gone or been promised. A promise that is taken back ends no alert: else each checkout that is begun and not
     * paid would end one and make the next.
     */
    void moved(Map<String, Moved> changes, Map<String, LockedStock> before) {
        alerts.watch(changes.entrySet().stream()
                .map(one -> {
                    LockedStock there = Objects.requireNonNull(before.get(one.getKey()));
                    Moved change = one.getValue();
                    long available = there.level().available();
                    return new Watched(
                            there.level().sku(),
                            available > threshold(there.policy()),
                            available + change.available(),
                            threshold(there.policy()),
                            change.onHand() > 0);
                })
                .toList());
        readModel.stockStateChanged(changes.entrySet().stream()
                .filter(one -> flips(
                        Objects.requireNonNull(before.get(one.getKey())),
                        one.getValue().available()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Skus are a new variant's: one that begins low has just become so. */
    void opened(Collection<LockedStock> skus) {
        alerts.watch(skus.stream()
                .map(there -> new Watched(
                        there.level().sku(), true, there.level().available(), threshold(there.policy()), false))
                .toList());
    }

    /** Skus have other policies; whoever decides them tells the storefront. */
    void decided(Map<String, StockPolicy> policies, Map<String, LockedStock> before) {
        alerts.watch(policies.entrySet().stream()
                .map(one -> {
                    LockedStock there = Objects.requireNonNull(before.get(one.getKey()));
                    long available = there.level().available();
                    return new Watched(
                            there.level().sku(),
                            available > threshold(there.policy()),
                            available,
                            threshold(one.getValue()),
                            true);
                })
                .toList());
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
