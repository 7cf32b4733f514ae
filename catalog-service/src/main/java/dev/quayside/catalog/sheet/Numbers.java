package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.kit.money.Currency;
import java.util.Optional;

/** Cells with numbers, as fields of JSON. An empty cell is no field. */
final class Numbers {
    private Numbers() {}

    static void whole(Row row, String column, ObjectNode to, String field, Faults faults) {
        String text = row.get(column).strip();
        if (text.matches("-?\\d{1,18}")) {
            to.put(field, Long.parseLong(text));
        } else if (!text.isEmpty()) {
            faults.add(row, column, "not_a_number", "must be a whole number");
        }
    }

    static Optional<Long> amount(Row row, String column, Currency currency, Faults faults) {
        String text = row.get(column).strip();
        Optional<Long> amount = Amounts.read(text, currency);
        if (amount.isEmpty() && !text.isEmpty()) {
            faults.add(
                    row,
                    column,
                    "not_an_amount",
                    "must be an amount in " + currency + ", such as " + Amounts.write(1999, currency));
        }
        return amount;
    }
}
