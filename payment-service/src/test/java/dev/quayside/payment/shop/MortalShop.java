package dev.quayside.payment.shop;

import dev.quayside.payment.comparison.OrderSide;
import dev.quayside.payment.comparison.StockSide;
import dev.quayside.payment.death.Cuts;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Dies when another service has answered. */
@Alternative
@Priority(1)
@Singleton
class MortalShop extends Shop {
    private final Cuts cuts;

    MortalShop(@RestClient ShopClient client, Cuts cuts) {
        super(client);
        this.cuts = cuts;
    }

    @Override
    public List<OrderSide> orders(UUID after, int limit) {
        return survived(super.orders(after, limit));
    }

    @Override
    public List<StockSide> reservations(UUID after, int limit) {
        return survived(super.reservations(after, limit));
    }

    @Override
    public List<StockFault> stockFaults() {
        return survived(super.stockFaults());
    }

    @Override
    public void repairStock(UUID orderId) {
        cuts.live();
        super.repairStock(orderId);
        cuts.pass("after a repair was asked for");
    }

    private <T> T survived(T answer) {
        cuts.passRead("after a call of another service");
        return answer;
    }
}
