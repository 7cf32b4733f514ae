package dev.quayside.catalog.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream of UTF-8, with or without a byte order mark. Of one that is too long nothing is kept. */
public final class TextLines {
    /** Of one line: as much as a single request's body may have. */
    public static final int MOST_BYTES = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long number;
    private boolean tooLong;

    public TextLines(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next line that is not blank; false at the end. */
    public boolean next() throws IOException {
        while (readLine()) {
            number++;
            if (tooLong || !isBlank(text())) {
                return true;
            }
        }
        return false;
    }

    /** The line's number, from 1. */
    public long number() {
        return number;
    }

    public boolean isTooLong() {
        return tooLong;
    }

    /** The line, without its line feed. */
    public byte[] text() {
        byte[] text = line.toByteArray();
        boolean marked = number == 1
                && text.length >= 3
                && text[0] == (byte) 0xEF
                && text[1] == (byte) 0xBB
                && text[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }

    /** Fills {@link #line}, without its line feed; false at the end. A line that is too long is read to its end, but not kept. */
    private boolean readLine() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int end = lineFeed();
            keep(position, end);
            position = Math.min(end + 1, filled);
            if (end < filled) {
                return true;
            }
        }
        return any;
    }

    private void keep(int from, int to) {
        if (line.size() + to - from > MOST_BYTES) {
            tooLong = true;
            line.reset();
        } else if (!tooLong) {
            line.write(buffer, from, to - from);
        }
    }

    private int lineFeed() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
