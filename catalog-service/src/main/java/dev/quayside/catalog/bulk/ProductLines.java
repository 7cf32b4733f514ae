package dev.quayside.catalog.bulk;

import java.io.IOException;
import java.util.Optional;

/** A file of products, whatever its format, one after the other. */
public interface ProductLines {
    /** The next product, or empty at the end. What is wrong with one of them is told by its line; an exception ends the file. */
    Optional<ProductLine> next() throws IOException;
}
