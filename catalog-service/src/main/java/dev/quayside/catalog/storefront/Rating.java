package dev.quayside.catalog.storefront;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a product's published reviews come to, as JSON to be added to its body.
 *
 * @param hundredths the average number of stars, times a hundred
 */
record Rating(int hundredths, int reviews) {
    static Rating of(Tuple row) {
        return new Rating(row.get("rating", Integer.class), row.get("reviews", Integer.class));
    }

    /** Without an average when there are none. */
    String json() {
        return "{" + members() + "}";
    }

    /** With the number of reviews of each number of stars from one to five, the most stars first. */
    String jsonWith(@Nullable Integer[] stars) {
        StringBuilder counts = new StringBuilder();
        for (int n = stars.length; n > 0; n--) {
            Integer count = stars[n - 1];
            counts.append(n == stars.length ? "" : ",").append("\"%d\":%d".formatted(n, count == null ? 0 : count));
        }
        return "{" + members() + ",\"stars\":{" + counts + "}}";
    }

    private String members() {
        String average = reviews == 0
                ? ""
                : "\"average\":" + BigDecimal.valueOf(hundredths, 2).toPlainString() + ",";
        return average + "\"count\":" + reviews;
    }
}
