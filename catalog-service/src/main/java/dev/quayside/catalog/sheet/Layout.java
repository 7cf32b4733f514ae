package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.catalog.product.Told;
import java.util.List;
import java.util.Set;

/** How products lie in a table. */
interface Layout {
    /** The column that rows of one product have in common. */
    String key();

    /** Checks that a table can be read: a column that is needed and missing, or that is not known, is a problem. */
    void check(Set<String> columns);

    /** What a table of these columns has a place for. */
    Told told(Set<String> columns);

    /** The JSON of the product of rows that have one key; what is wrong with a cell goes to the faults. */
    ObjectNode product(List<Row> rows, Faults faults);

    /** How many things in the rows of a product were passed over. */
    int ignored(List<Row> rows);
}
