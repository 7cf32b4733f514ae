package dev.quayside.catalog.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Sees whether a table ends inside of quotes. The CSV reader takes such an end for the quote's; a file that was cut must not pass for whole. */
final class OpenQuote extends FilterReader {
    private final char delimiter;
    private boolean atStart = true;
    private boolean quoted;
    private boolean closed;
    private boolean ended;

    OpenQuote(Reader text, char delimiter) {
        super(text);
        this.delimiter = delimiter;
    }

    /** Whether all is read, and the last quote was not closed. */
    boolean isLeft() {
        return ended && quoted;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        ended = count < 0;
        for (int i = offset; i < offset + count; i++) {
            watch(buffer[i]);
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        ended = c < 0;
        if (c >= 0) {
            watch((char) c);
        }
        return c;
    }

    private void watch(char c) {
        if (quoted) {
            closed = c == '"';
            quoted = !closed;
        } else if (c == '"' && (atStart || closed)) {
            // At the start of a cell it opens; right behind a closing one it is the second half of a quote in the text.
            quoted = true;
            closed = false;
            atStart = false;
        } else {
            atStart = c == delimiter || c == '\n' || c == '\r';
            closed = false;
        }
    }
}
