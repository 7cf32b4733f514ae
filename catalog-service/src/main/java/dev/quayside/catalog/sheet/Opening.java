package dev.quayside.catalog.sheet;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file that is about to be read: what it is, as far as its settings do not say. One that is nothing is a {@code malformed_request}. */
final class Opening {
    private static final int SAMPLE = 1 << 15;
    private static final String DELIMITERS = ",;\t|";
    private static final char MARK = '\uFEFF';

    private final BufferedInputStream in;
    private final FileSettings settings;
    private final Charset charset;
    private final boolean json;

    /** Looks at the beginning of a file whose encoding is known. */
    Opening(InputStream bytes, FileSettings settings) throws IOException {
        this.in = new BufferedInputStream(bytes, SAMPLE);
        this.settings = settings;
        String encoding = settings.encoding() == null ? StandardCharsets.UTF_8.name() : settings.encoding();
        this.charset = Encodings.of(encoding);
        this.json =
                new String(sample(), charset).replace(MARK, ' ').stripLeading().startsWith("{");
    }

    boolean isNdjson() {
        return settings.format() == FileFormat.NDJSON || (settings.format() == null && json);
    }

    /** The file as lines of JSON. */
    InputStream lines() {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            throw refused("JSON is in UTF-8 (RFC 8259), and this file is in " + charset.name());
        }
        return in;
    }

    /** The file as a table. */
    Table table() throws IOException {
        try {
            BufferedReader text = new BufferedReader(Encodings.reader(in, charset), SAMPLE);
            skipMark(text);
            char delimiter = settings.delimiter() == null
                    ? delimiter(text)
                    : settings.delimiter().charAt(0);
            return new Table(text, delimiter, settings.mapping());
        } catch (CharacterCodingException other) {
            throw refused("it is not in " + charset.name());
        }
    }

    /** The first bytes. Nothing is unpacked here: a small archive can hold more than any limit. */
    private byte[] sample() throws IOException {
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
