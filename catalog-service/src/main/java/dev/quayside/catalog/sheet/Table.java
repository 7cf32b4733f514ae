package dev.quayside.catalog.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A CSV file whose first row names its columns. What makes it no such file is a {@code malformed_request}. */
final class Table {
    /** Characters of one row; a product's longest description has a fiftieth of them. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_COLUMNS = 1_000;

    private final OpenQuote quote;
    private final CloseableIterator<CsvRecord> rows;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final int width;
    private long line;

    /** Begins to read a file; its columns are renamed as the mapping says, and one without a name is not read. */
    Table(Reader text, char delimiter, Map<String, String> mapping) throws IOException {
        quote = new OpenQuote(text, delimiter);
        rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(MOST_CHARACTERS)
                .ofCsvRecord(quote)
                .iterator();
        List<String> names =
                record().map(CsvRecord::getFields).orElseThrow(() -> unreadable("there is no row of names"));
        if (names.size() > MOST_COLUMNS) {
            throw unreadable("a table may have " + MOST_COLUMNS + " columns");
        }
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place).strip();
            String known = mapping.getOrDefault(name, name);
            if (!known.isEmpty() && columns.put(known, place) != null) {
                throw unreadable("two columns are called " + known);
            }
        }
        width = names.size();
    }

    Map<String, Integer> columns() {
        return columns;
    }

    /** Gives columns other names, where there are any of the old ones; two of one name make the file unreadable. */
    void rename(Map<String, String> others) {
        others.forEach((old, name) -> {
            Integer place = columns.remove(old);
            if (place != null && columns.put(name, place) != null) {
                throw unreadable("two columns are called " + name);
            }
        });
    }

    Optional<Row> next() throws IOException {
        return record().map(record -> new Row(record.getStartingLineNumber(), columns, width, record.getFields()));
    }

    private Optional<CsvRecord> record() throws IOException {
        try {
            CsvRecord record = rows.next();
            line = record.getStartingLineNumber();
            if (quote.isLeft() && !rows.hasNext()) {
                throw unreadable(
                        "the quote is left open that its last row, which begins on line " + line + ", ends with");
            }
            return Optional.of(record);
        } catch (NoSuchElementException end) {
            return Optional.empty();
        } catch (CsvParseException broken) {
            throw unreadable("it is not CSV after line " + line + ", or a row is longer than " + MOST_CHARACTERS
                    + " characters; is a quote left open?");
        } catch (UncheckedIOException fault) {
            if (fault.getCause() instanceof CharacterCodingException) {
                throw unreadable("after line " + line + " it is not in the encoding that it is read in; name another");
            }
            throw fault.getCause();
        }
    }

    private static ProblemException unreadable(String why) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, "the file cannot be read as a table: " + why);
    }
}
