package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.NdjsonLines;
import dev.quayside.catalog.bulk.ProductLines;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens files of products, whatever they are. */
@ApplicationScoped
public class ProductFiles {
    private static final int SAMPLE = 1 << 15;
    private static final String DELIMITERS = ",;\t|";
    private static final char MARK = '\uFEFF';

    private final ObjectMapper json;
    private final Currency shopCurrency;

    ProductFiles(ObjectMapper json, @ConfigProperty(name = "quayside.shop.currency") String shopCurrency) {
        this.json = json;
        this.shopCurrency = Currency.of(shopCurrency);
    }

    /**
     * Begins to read a file; one that cannot be read at all is a {@code malformed_request}.
     *
     * @param settings with the encoding known
     */
    public ProductLines open(InputStream bytes, FileSettings settings) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, SAMPLE);
        String encoding = settings.encoding() == null ? StandardCharsets.UTF_8.name() : settings.encoding();
        Charset charset = Encodings.of(encoding);
        byte[] sample = sample(in);
        FileFormat format = settings.format();
        boolean json =
                new String(sample, charset).replace(MARK, ' ').stripLeading().startsWith("{");
        if (format == FileFormat.NDJSON || (format == null && json)) {
            return ndjson(in, charset);
        }
        try {
            return table(new BufferedReader(Encodings.reader(in, charset), SAMPLE), format, settings);
        } catch (CharacterCodingException other) {
            throw refused("it is not in " + charset.name());
        }
    }

    /** The first bytes of a file. Nothing is unpacked here: a small archive can hold more than any limit. */
    private static byte[] sample(BufferedInputStream in) throws IOException {
        in.mark(SAMPLE);
        byte[] sample = in.readNBytes(SAMPLE / 2);
        in.reset();
        if (sample.length == 0) {
            throw refused("it is empty");
        }
        int magic = sample.length < 2 ? 0 : (sample[0] & 0xff) << 8 | (sample[1] & 0xff);
        if (magic == 0x1f8b || magic == ('P' << 8 | 'K')) {
            throw refused("it is an archive; send what is in it");
        }
        return sample;
    }

    private ProductLines ndjson(InputStream in, Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            throw refused("JSON is in UTF-8 (RFC 8259), and this file is in " + charset.name());
        }
        return new NdjsonLines(in, json);
    }

    private ProductLines table(BufferedReader text, @Nullable FileFormat format, FileSettings settings)
            throws IOException {
        skipMark(text);
        char delimiter = settings.delimiter() == null
                ? delimiter(text)
                : settings.delimiter().charAt(0);
        Table table = new Table(text, delimiter, settings.mapping());
        Set<String> columns = table.columns().keySet();
        boolean shopify = format == FileFormat.SHOPIFY || (format == null && ShopifyColumns.isMeant(columns));
        Layout layout = shopify
                ? new ShopifyColumns(currency(settings), json)
                : new ShopColumns(new PriceColumns(columns, settings.currency()), json);
        layout.check(columns);
        return new SheetLines(table, layout, json);
    }

    private Currency currency(FileSettings settings) {
        return settings.currency() == null ? shopCurrency : settings.currency();
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
    }

    /** Of those that are usual, the one that the first line has most of, outside of quotes. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(SAMPLE);
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int read = 0; read < SAMPLE - 1; read++) {
            int c = text.read();
            if (c < 0 || (c == '\n' && !quoted)) {
                break;
            }
            quoted ^= c == '"';
            int known = quoted ? -1 : DELIMITERS.indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        text.reset();
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }

    private static ProblemException refused(String why) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, "the file cannot be read: " + why);
    }
}
