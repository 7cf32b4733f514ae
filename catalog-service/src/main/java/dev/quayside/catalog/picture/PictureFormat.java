package dev.quayside.catalog.picture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What a picture may be uploaded as. Each has one reader, so that a library more on the class path changes nothing. */
public enum PictureFormat {
    /** By TwelveMonkeys, because the JDK's reader takes neither CMYK nor many a colour profile. */
    JPEG("com.twelvemonkeys."),
    PNG("com.sun."),
    /** By TwelveMonkeys in Java: libwebp, which writes, is not given bytes of strangers. */
    WEBP("com.twelvemonkeys."),
    /** Its first frame. */
    GIF("com.sun.");

    static {
        // Where there is a screen the JDK would open it.
        System.setProperty("java.awt.headless", "true");
        ImageIO.scanForPlugins();
    }

    private final String vendor;

    PictureFormat(String vendor) {
        this.vendor = vendor;
    }

    /** The format as it is stored and sent. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type of such a file. */
    public String mediaType() {
        return "image/" + text();
    }

    /** What the bytes begin like. */
    static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return reader().canDecodeInput(stream);
        } catch (IOException tooShort) {
            return false;
        }
    }

    ImageReaderSpi reader() {
        Iterator<ImageReaderSpi> readers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (readers.hasNext()) {
            ImageReaderSpi one = readers.next();
            if (one.getClass().getName().startsWith(vendor)
                    && Arrays.asList(one.getFormatNames()).contains(text())) {
                return one;
            }
        }
        throw new IllegalStateException("no reader of " + vendor + " reads " + text());
    }
}
