package dev.quayside.catalog.sheet;

import dev.quayside.catalog.product.ProductRequest;
import java.util.List;

/** How products are laid out in the rows of a file that is written. */
interface SheetWriter {
    List<String> header();

    List<List<String>> rows(ProductRequest product);
}
