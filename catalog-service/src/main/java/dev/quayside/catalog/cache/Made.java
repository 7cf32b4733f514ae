package dev.quayside.catalog.cache;

import java.util.Set;

/** An answer as it is sent. */
public final class Made {
    private final byte[] body;
    private final String tag;
    private final Set<String> keys;

    /**
     * An answer.
     *
     * @param body is never written to from now on
     * @param tag the entity tag, without quotation marks
     * @param keys what it hangs on; a change of any of them makes it old
     */
    public Made(byte[] body, String tag, Set<String> keys) {
        this.body = body;
        this.tag = tag;
        this.keys = Set.copyOf(keys);
    }

    public byte[] body() {
        return body;
    }

    public String tag() {
        return tag;
    }

    public Set<String> keys() {
        return keys;
    }
}
