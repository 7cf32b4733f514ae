package dev.quayside.catalog.quote;

import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What another service asks to have priced or held.
 *
 * @param currency the code of the currency of the prices
 * @param lines 1 to 100
 */
public record Basket(
        @NotNull String currency, @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {
    /** The currency; one that cannot be charged is a 422. */
    public Currency priced() {
        return Currency.find(currency)
                .orElseThrow(() -> ProblemException.invalidField(
                        "currency",
                        "unknown_currency",
                        "must be the code of a currency that can be charged, such as EUR"));
    }

    /** The skus, as the lines have them. */
    public List<String> skus() {
        return lines.stream().map(Line::sku).toList();
    }
}
