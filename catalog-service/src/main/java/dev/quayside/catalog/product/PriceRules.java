package dev.quayside.catalog.product;

import dev.quayside.catalog.price.Price;
import dev.quayside.catalog.price.Sale;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a variant's prices: one for each currency, amounts that can be charged, a comparison that is not lower, a sale that is, and
 * that lasts.
 */
final class PriceRules {
    private final List<FieldError> errors;

    PriceRules(List<FieldError> errors) {
        this.errors = errors;
    }

    SortedMap<String, Price> prices(String path, List<ProductRequest.Price> prices) {
        SortedMap<String, Price> checked = new TreeMap<>();
        for (int i = 0; i < prices.size(); i++) {
            price(path + "[" + i + "]", prices.get(i), checked);
        }
        return checked;
    }

    private void price(String path, ProductRequest.Price price, SortedMap<String, Price> checked) {
        Currency currency = Currency.find(price.currency()).orElse(null);
        if (currency == null) {
            error(
                    path + ".currency",
                    "unknown_currency",
                    "must be the code of a currency that can be charged, such as EUR");
            return;
        }
        chargeable(path + ".amount", price.amount(), currency);
        chargeable(path + ".compareAt", price.compareAt(), currency);
        if (price.compareAt() != null && price.compareAt() < price.amount()) {
            error(path + ".compareAt", "below_amount", "must not be below the amount");
        }
        Price meant = new Price(price.amount(), currency, price.compareAt(), sale(path + ".sale", price, currency));
        if (checked.put(price.currency(), meant) != null) {
            error(path + ".currency", "duplicate", "has a price already");
        }
    }

    private @Nullable Sale sale(String path, ProductRequest.Price price, Currency currency) {
        ProductRequest.Sale sale = price.sale();
        if (sale == null) {
            return null;
        }
        chargeable(path + ".amount", sale.amount(), currency);
        if (sale.amount() >= price.amount()) {
            error(path + ".amount", "not_below_amount", "must be below the price's amount");
        }
        Instant startsAt = Moments.read(path + ".startsAt", sale.startsAt(), errors);
        Instant endsAt = Moments.read(path + ".endsAt", sale.endsAt(), errors);
        if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
            error(path + ".endsAt", "not_after_start", "must be after startsAt");
        }
        return new Sale(sale.amount(), startsAt, endsAt);
    }

    private void chargeable(String field, @Nullable Long amount, Currency currency) {
        if (amount != null && !currency.canCharge(amount)) {
            error(field, "not_chargeable", "must be a multiple of " + currency.step() + " in " + currency);
        }
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
