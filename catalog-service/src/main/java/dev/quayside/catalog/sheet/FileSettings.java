package dev.quayside.catalog.sheet;

import dev.quayside.kit.money.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read; what is null is found out from the file.
 *
 * @param encoding the name of a charset
 * @param delimiter between the cells of a table
 * @param currency of prices that do not say theirs
 * @param mapping from the file's names of columns to ours; empty for one that is passed over
 */
public record FileSettings(
        @Nullable FileFormat format,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable Currency currency,
        Map<String, String> mapping) {

    public FileSettings withEncoding(String found) {
        return new FileSettings(format, found, delimiter, currency, mapping);
    }
}
