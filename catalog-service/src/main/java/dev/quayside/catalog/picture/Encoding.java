package dev.quayside.catalog.picture;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What renditions are written as: WebP, and JPEG for whoever does not read that. */
public enum Encoding {
    WEBP("webp", "image/webp") {
        @Override
        byte[] write(BufferedImage pixels) throws IOException {
            WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("Lossy");
            how.setCompressionQuality(WEBP_QUALITY);
            return encoded(new WebPImageWriterSpi().createWriterInstance(null), how, pixels);
        }
    },
    JPEG("jpg", "image/jpeg") {
        @Override
        byte[] write(BufferedImage pixels) throws IOException {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(JPEG_QUALITY);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            return encoded(writer, how, opaque(pixels));
        }
    };

    private static final float WEBP_QUALITY = 0.8f;
    private static final float JPEG_QUALITY = 0.85f;

    private final String extension;
    private final String mediaType;

    Encoding(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** What file names end with. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    abstract byte[] write(BufferedImage pixels) throws IOException;

    static byte[] encoded(ImageWriter writer, ImageWriteParam how, BufferedImage pixels) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(written)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels, null, null), how);
        } finally {
            writer.dispose();
        }
        return written.toByteArray();
    }

    /** JPEG knows no transparency; a shop's pages are most often white. */
    static BufferedImage opaque(BufferedImage pixels) {
        if (!pixels.getColorModel().hasAlpha()) {
            return pixels;
        }
        BufferedImage opaque = new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(pixels, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }
}
