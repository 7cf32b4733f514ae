package dev.quayside.catalog.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.catalog.product.ProductRequest.Price;
import dev.quayside.catalog.product.ProductRequest.Sale;
import dev.quayside.catalog.product.ProductRequest.Variant;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditTest {
    @ParameterizedTest
    @CsvSource({
        "1999, EUR, '{\"percent\": -10}', 1799",
        "1995, EUR, '{\"percent\": -10}', 1796",
        "1, EUR, '{\"percent\": 50}', 2",
        "1, EUR, '{\"percent\": -50}', 1",
        "0, EUR, '{\"percent\": -50}', 0",
        "1999, EUR, '{\"percent\": -100}', 0",
        "333, EUR, '{\"percent\": 33.3333}', 444",
        "1999, EUR, '{\"percent\": 0}', 1999",
        "1050, ISK, '{\"percent\": 10}', 1200",
        "101, JPY, '{\"percent\": 5}', 106",
        "1999, EUR, '{\"add\": -499}', 1500",
        "1999, EUR, '{\"add\": -1999}', 0",
        "1999, EUR, '{\"set\": 5}', 5",
        "999999999999, EUR, '{\"set\": 999999999999}', 999999999999"
    })
    void priceBecomes(long amount, String currency, String change, long then) {
        assertThat(priced(amount, currency, change).amount()).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        "1999, '{\"add\": -2000}', -1",
        "999999999999, '{\"add\": 1}', 1000000000000",
        "999999999999, '{\"percent\": 1000}', 10999999999989"
    })
    void priceOutOfRangeIsRefused(long amount, String change, String would) {
        assertThatThrownBy(() -> priced(amount, "EUR", change))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("variants[0].prices[0].amount would be " + would);
    }

    @ParameterizedTest
    @CsvSource({
        "1, EUR, '{\"percent\": -50.01}'",
        "100, ISK, '{\"percent\": -60}'",
        "1999, EUR, '{\"percent\": -99.9999}'"
    })
    void roundingAloneMakesNothingFree(long amount, String currency, String change) {
        assertThatThrownBy(() -> priced(amount, currency, change))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("variants[0].prices[0].amount would be rounded to 0");
        Edit sale = read("{\"sale\": " + change.replace("{", "{\"currency\": \"" + currency + "\", ") + "}");
        ProductRequest product = product(new Price(amount, currency, null, null));
        assertThatThrownBy(() -> sale.apply(product))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("variants[0].prices[0].sale.amount would be rounded to 0");
    }

    @Test
    void otherCurrencyStaysAsItIs() {
        String eur = "\"currency\": \"EUR\"";
        Edit edit = read(
                "{\"price\": {%1$s, \"percent\": -10}, \"compareAt\": {%1$s, \"set\": 1}, \"sale\": {%1$s, \"set\": 1}}"
                        .formatted(eur));
        Price usd = new Price(1999L, "USD", 2500L, new Sale(1000L, null, null));
        assertThat(edit.apply(product(usd)).variants().get(0).prices()).containsExactly(usd);
    }

    @Test
    void reductionComparesToThePriceBeforeAndTheSaleIsOfThePriceAfter() {
        String eur = "\"currency\": \"EUR\"";
        Edit edit = read(
                "{\"price\": {%1$s, \"percent\": -10}, \"compareAt\": {%1$s, \"previousPrice\": true}, \"sale\": {%1$s, \"percent\": -50, \"endsAt\": \"2030-01-01T00:00:00Z\"}}"
                        .formatted(eur));
        Price price = edit.apply(product(new Price(2000L, "EUR", null, null)))
                .variants()
                .get(0)
                .prices()
                .get(0);
        assertThat(price).isEqualTo(new Price(1800L, "EUR", 2000L, new Sale(900L, null, "2030-01-01T00:00:00Z")));
        Edit back = read("{\"compareAt\": {%1$s, \"clear\": true}, \"sale\": {%1$s, \"clear\": true}}".formatted(eur));
        assertThat(back.apply(product(price)).variants().get(0).prices().get(0))
                .isEqualTo(new Price(1800L, "EUR", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"add\": [\"new\", \"SALE\"]}', 'Sale,old,new'",
        "'{\"remove\": [\"sale\", \"none\"]}', 'old'",
        "'{\"add\": [\"Old\"], \"remove\": [\"OLD\"]}', 'Sale,Old'",
        "'{\"set\": []}', ''",
        "'{\"set\": [\"x\"]}', 'x'"
    })
    void tagsBecome(String change, String then) {
        Edit edit = read("{\"tags\": " + change + "}");
        ProductRequest product = edit.apply(product(new Price(1L, "EUR", null, null)));
        assertThat(String.join(",", nonNull(product.tags()))).isEqualTo(then);
        assertThat(product.categories()).containsExactly("mugs");
        assertThat(product.brand()).isEqualTo("Harbour");
    }

    @Test
    void restIsSetOrClearedOrKept() {
        ProductRequest product = product(new Price(1L, "EUR", null, null));
        assertThat(read("{\"clear\": [\"brand\", \"publishAt\"]}").apply(product))
                .returns(null, ProductRequest::brand)
                .returns(null, ProductRequest::publishAt)
                .returns("active", ProductRequest::status);
        assertThat(read("{\"brand\": \"Sea\", \"status\": \"draft\", \"categories\": {\"add\": [\"cups\"]}}")
                        .apply(product))
                .returns("Sea", ProductRequest::brand)
                .returns("draft", ProductRequest::status)
                .returns("2026-01-01T00:00:00Z", ProductRequest::publishAt)
                .returns(List.of("mugs", "cups"), ProductRequest::categories);
    }

    private static Price priced(long amount, String currency, String change) {
        Edit edit = read("{\"price\": " + change.replace("{", "{\"currency\": \"" + currency + "\", ") + "}");
        return edit.apply(product(new Price(amount, currency, null, null)))
                .variants()
                .get(0)
                .prices()
                .get(0);
    }

    private static ProductRequest product(Price price) {
        return new ProductRequest(
                "mug",
                "Mug",
                "",
                null,
                "Harbour",
                List.of("Sale", "old"),
                List.of(),
                "2026-01-01T00:00:00Z",
                List.of("mugs"),
                "active",
                List.of(new Variant("MUG", null, null, null, List.of(price), null, null, null, null, null)));
    }

    private static List<String> nonNull(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static Edit read(String json) {
        try {
            return new ObjectMapper().readValue(json, Edit.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
