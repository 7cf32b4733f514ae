package dev.quayside.catalog.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import net.coobird.thumbnailator.Thumbnails;

/** Looks at uploaded pictures and makes renditions of them, a bounded number at a time. */
@ApplicationScoped
public class Pictures {
    /** Takes each rendition as soon as it is made, so that they are not all in memory. */
    @FunctionalInterface
    public interface Shelf {
        void put(Rendition rendition, Encoding encoding, byte[] content);
    }

    private final Decoder decoder;
    private final Workbench bench;

    Pictures(Decoder decoder, Workbench bench) {
        this.decoder = decoder;
        this.bench = bench;
    }

    /**
     * Decodes a file to find out whether it is a picture, whole and not too large: 413, 422 {@code unsupported_image},
     * {@code image_too_large}, {@code broken_image}; 503 {@code busy} when too many others are being decoded.
     */
    public Picture inspect(Path file) {
        Limits.checkFile(length(file));
        return bench.wait(() -> inspect(content(file)));
    }

    Picture inspect(byte[] file) {
        PictureFormat format = Decoder.format(file);
        BufferedImage pixels = decoder.decode(format, file);
        return new Picture(sha256(file), file.length, format, new Size(pixels.getWidth(), pixels.getHeight()));
    }

    /** Makes all renditions of a picture; false, and the file is not asked for, while others are being made. */
    public boolean render(Supplier<byte[]> file, Shelf shelf) {
        return bench.now(() -> rendered(file.get(), shelf)).isPresent();
    }

    private Size rendered(byte[] file, Shelf shelf) {
        BufferedImage pixels = decoder.decode(Decoder.format(file), file);
        Size size = new Size(pixels.getWidth(), pixels.getHeight());
        for (Rendition rendition : Rendition.of(size)) {
            BufferedImage scaled = rendition.size().equals(size) ? pixels : scaled(pixels, rendition.size());
            for (Encoding encoding : Encoding.values()) {
                shelf.put(rendition, encoding, encoded(encoding, scaled));
            }
        }
        return size;
    }

    private static BufferedImage scaled(BufferedImage pixels, Size size) {
        try {
            return Thumbnails.of(pixels).forceSize(size.width(), size.height()).asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException("pixels in memory can be scaled", e);
        }
    }

    private static byte[] encoded(Encoding encoding, BufferedImage pixels) {
        try {
            return encoding.write(pixels);
        } catch (IOException e) {
            throw new UncheckedIOException("pixels in memory can be written", e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
