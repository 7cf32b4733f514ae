package dev.quayside.catalog.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a CSV file in UTF-8, after RFC 4180 but with line feeds, of which no cell is a formula to a spreadsheet. */
public final class CsvRows implements Closeable {
    private final CsvWriter csv;

    public CsvRows(OutputStream out) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    public void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(Cells::write).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
