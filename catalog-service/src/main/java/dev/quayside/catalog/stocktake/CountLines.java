package dev.quayside.catalog.stocktake;

import java.io.IOException;
import java.util.Optional;

/** A file of counts, whatever its format, one after the other. */
public interface CountLines {
    /** The next line, or empty at the end. What is wrong with one is told by itself; an exception ends the file. */
    Optional<CountLine> next() throws IOException;
}
