package dev.quayside.gateway.compression;

import io.netty.handler.codec.compression.CompressionOptions;
import io.netty.handler.codec.http.HttpContentCompressor;
import org.jspecify.annotations.Nullable;

/** Foretells which encoding the listener will choose for an answer: it is the listener's own choice, asked in advance. */
final class Negotiation extends HttpContentCompressor {
    Negotiation() {
        super(Compression.compressors().toArray(CompressionOptions[]::new));
    }

    /** {@code gzip}, {@code br}, or null for none. */
    @Nullable
    String of(@Nullable String accepted) {
        return accepted == null ? null : determineEncoding(accepted);
    }
}
