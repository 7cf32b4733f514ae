package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.stocktake.CountLines;
import dev.quayside.catalog.stocktake.NdjsonCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

/** Opens files of counts of stock. */
@ApplicationScoped
public class CountFiles {
    private final ObjectMapper json;

    CountFiles(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Begins to read a file; one that cannot be read at all is a {@code malformed_request}.
     *
     * @param settings with the encoding known
     */
    public CountLines open(InputStream bytes, FileSettings settings) throws IOException {
        Opening file = new Opening(bytes, settings);
        return file.isNdjson() ? new NdjsonCounts(file.lines(), json) : new CountRows(file.table(), json);
    }
}
