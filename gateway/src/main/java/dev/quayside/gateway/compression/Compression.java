package dev.quayside.gateway.compression;

import io.netty.handler.codec.compression.Brotli;
import io.netty.handler.codec.compression.CompressionOptions;
import io.netty.handler.codec.compression.StandardCompressionOptions;
import java.util.ArrayList;
import java.util.List;

/** The encodings that answers may have: gzip, and Brotli where its library works. */
public final class Compression {
    private static final int GZIP_LEVEL = 4;

    private Compression() {}

    /** What the listener compresses with. */
    public static List<CompressionOptions> compressors() {
        List<CompressionOptions> all = new ArrayList<>();
        all.add(StandardCompressionOptions.gzip(GZIP_LEVEL, 15, 8));
        if (Brotli.isAvailable()) {
            all.add(StandardCompressionOptions.brotli());
        }
        return all;
    }
}
