package dev.quayside.catalog.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files that are pictures, look like some, or would like to be more than that. */
public final class SamplePictures {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private SamplePictures() {}

    /** Red above and blue below, by the same seed always the same and by another another. */
    public static BufferedImage pixels(int width, int height, int seed) {
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = pixels.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width, height / 2);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height / 2, width, height - height / 2);
        canvas.dispose();
        pixels.setRGB(width / 2, height / 2, seed);
        return pixels;
    }

    /** A JPEG, PNG or GIF. */
    public static byte[] file(String format, int width, int height, int seed) {
        return written(format, pixels(width, height, seed));
    }

    /** A WebP. */
    public static byte[] webp(int width, int height, int seed) {
        try {
            return Encoding.WEBP.write(pixels(width, height, seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] written(String format, BufferedImage pixels) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            if (!ImageIO.write(pixels, format, file)) {
                throw new IllegalStateException("nobody writes " + format);
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG whose EXIF says how to turn it, and where it was taken. */
    public static byte[] turnedJpeg(int width, int height, int orientation) {
        byte[] plain = file("jpeg", width, height, orientation);
        byte[] exif = exif(orientation);
        byte[] segment = ByteBuffer.allocate(10 + exif.length)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + exif.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .array();
        return inserted(plain, 2, segment);
    }

    /** A TIFF directory with the orientation and a description, which stands for everything that nobody should be told. */
    static byte[] exif(int orientation) {
        byte[] secret = "SECRET-PLACE\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(38 + secret.length)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(secret.length)
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation << 16)
                .putInt(0)
                .put(secret)
                .array();
    }

    /** A PNG of one chunk more, before its pixels. */
    static byte[] png(byte[] plain, String type, byte[] content) {
        return inserted(plain, PNG_SIGNATURE.length + 25, chunk(type, content));
    }

    /** A PNG that says it is so large, and has nothing to show. */
    public static byte[] hugePng(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        byte[] pixels = chunk("IDAT", deflated(new byte[1 << 16], 1));
        byte[] end = chunk("IEND", new byte[0]);
        return inserted(inserted(PNG_SIGNATURE, 8, chunk("IHDR", header)), 33, inserted(pixels, pixels.length, end));
    }

    /** So many MiB of nothing, packed. */
    static byte[] deflated(byte[] block, int times) {
        try (ByteArrayOutputStream packed = new ByteArrayOutputStream()) {
            try (DeflaterOutputStream stream = new DeflaterOutputStream(packed)) {
                for (int i = 0; i < times; i++) {
                    stream.write(block);
                }
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = inserted(type.getBytes(StandardCharsets.US_ASCII), 4, content);
        CRC32 check = new CRC32();
        check.update(typed);
        try (ByteArrayOutputStream chunk = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(chunk)) {
            out.writeInt(content.length);
            out.write(typed);
            out.writeInt((int) check.getValue());
            return chunk.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
