package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.kit.money.Currency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of prices: {@code price EUR}, {@code compareAt EUR}, {@code sale EUR}, {@code saleStarts EUR}, {@code saleEnds EUR} for each
 * currency. Those without one are in the currency of the file.
 */
final class PriceColumns {
    static final List<String> NAMES = List.of("price", "compareAt", "sale", "saleStarts", "saleEnds");

    private final SortedMap<String, Suffixed> currencies = new TreeMap<>();
    private final @Nullable Currency ofFile;

    /** A currency, and what its columns have behind their names. */
    private record Suffixed(Currency currency, String suffix) {
        String column(String name) {
            return name + suffix;
        }
    }

    PriceColumns(Collection<String> columns, @Nullable Currency ofFile) {
        this.ofFile = ofFile;
        columns.forEach(column -> suffixed(column)
                .ifPresent(found -> currencies.put(found.currency().code(), found)));
    }

    boolean hasPrice(Collection<String> columns) {
        return currencies.values().stream().anyMatch(found -> columns.contains(found.column("price")));
    }

    boolean isKnown(String column) {
        return suffixed(column).isPresent();
    }

    private Optional<Suffixed> suffixed(String column) {
        int space = column.indexOf(' ');
        String name = space < 0 ? column : column.substring(0, space);
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        Optional<Currency> currency =
                space < 0 ? Optional.ofNullable(ofFile) : Currency.find(column.substring(space + 1));
        return currency.map(known -> new Suffixed(known, column.substring(name.length())));
    }

    void read(Row row, ObjectNode variant, Faults faults) {
        for (Suffixed one : currencies.values()) {
            Optional<Long> amount = Numbers.amount(row, one.column("price"), one.currency(), faults);
            if (amount.isPresent()) {
                read(row, one, variant.withArray("prices").addObject().put("amount", amount.get()), faults);
            } else if (NAMES.stream().skip(1).anyMatch(name -> row.has(one.column(name)))) {
                faults.add(
                        row, one.column("price"), "not_null", "must not be empty beside a price it is compared with");
            }
        }
    }

    private static void read(Row row, Suffixed one, ObjectNode price, Faults faults) {
        price.put("currency", one.currency().code());
        Numbers.amount(row, one.column("compareAt"), one.currency(), faults)
                .ifPresent(amount -> price.put("compareAt", amount));
        Numbers.amount(row, one.column("sale"), one.currency(), faults)
                .ifPresent(amount -> price.putObject("sale").put("amount", amount));
        for (String time : List.of("saleStarts", "saleEnds")) {
            if (row.has(one.column(time)) && price.get("sale") instanceof ObjectNode sale) {
                sale.put(
                        time.substring("sale".length()).toLowerCase(java.util.Locale.ROOT) + "At",
                        row.get(one.column(time)));
            } else if (row.has(one.column(time))) {
                faults.add(row, one.column(time), "no_sale", "must be empty where there is no sale");
            }
        }
    }

    /** The cells of a variant's prices, in the order of {@link #NAMES} for each currency. */
    static List<String> write(ProductRequest.Variant variant, List<String> currencies) {
        List<String> cells = new ArrayList<>();
        for (String code : currencies) {
            cells.addAll(variant.prices().stream()
                    .filter(price -> price.currency().equals(code))
                    .findFirst()
                    .map(PriceColumns::cells)
                    .orElse(Collections.nCopies(NAMES.size(), "")));
        }
        return cells;
    }

    private static List<String> cells(ProductRequest.Price price) {
        Currency currency = Currency.of(price.currency());
        ProductRequest.Sale sale = price.sale();
        return List.of(
                Amounts.write(price.amount(), currency),
                price.compareAt() == null ? "" : Amounts.write(price.compareAt(), currency),
                sale == null ? "" : Amounts.write(sale.amount(), currency),
                sale == null ? "" : Objects.requireNonNullElse(sale.startsAt(), ""),
                sale == null ? "" : Objects.requireNonNullElse(sale.endsAt(), ""));
    }
}
