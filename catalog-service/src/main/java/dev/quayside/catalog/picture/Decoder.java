package dev.quayside.catalog.picture;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jboss.logging.Logger;

/** Bytes to pixels: upright, eight bits a channel, in sRGB. What cannot be decoded whole is a 422. */
@ApplicationScoped
class Decoder {
    private static final Logger LOG = Logger.getLogger(Decoder.class);
    /** The JDK's readers of JPEG and GIF paint the rest grey, and say it by the way. */
    private static final Pattern CUT = Pattern.compile("(?i)premature end|unexpected end");

    private static final Set<Integer> READY = Set.of(
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR);

    private final Limits limits;

    Decoder(Limits limits) {
        this.limits = limits;
    }

    /** The format of a file; 422 {@code unsupported_image} if it is none of ours. */
    static PictureFormat format(byte[] file) {
        return PictureFormat.of(file)
                .orElseThrow(() -> new ProblemException(
                        CatalogProblem.UNSUPPORTED_IMAGE,
                        file.length == 0
                                ? "the file is empty"
                                : "its bytes are not those of a JPEG, PNG, WebP or GIF"));
    }

    BufferedImage decode(PictureFormat format, byte[] file) {
        ImageReader reader = null;
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader = format.reader().createReaderInstance();
            // Text and profiles that are packed into a PNG are not unpacked.
            reader.setInput(stream, true, true);
            BufferedImage read = read(reader);
            return upright(read, Orientation.of(format, file));
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // Readers throw whatever comes to them; a file is what they were made for, so the file is to blame.
            LOG.debugf(broken, "a %s that cannot be decoded", format);
            throw broken(String.valueOf(broken.getMessage()));
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    private BufferedImage read(ImageReader reader) throws IOException {
        Size size = new Size(reader.getWidth(0), reader.getHeight(0));
        SampleModel samples = reader.getImageTypes(0).next().getSampleModel();
        limits.check(size, samples.getNumDataElements() * DataBuffer.getDataTypeSize(samples.getDataType()) / 8);
        ImageReadParam bounds = reader.getDefaultReadParam();
        // A file that tells its decoder another size than it told us gets no more than what was checked.
        bounds.setSourceRegion(new Rectangle(size.width(), size.height()));
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage read = reader.read(0, bounds);
        LOG.debugf("what is not quite right with it: %s", warnings);
        if (warnings.stream().anyMatch(warning -> CUT.matcher(warning).find())) {
            throw broken("it ends too early");
        }
        return read;
    }

    private static BufferedImage upright(BufferedImage read, Orientation orientation) {
        if (orientation.isUpright() && READY.contains(read.getType())) {
            return read;
        }
        Size stored = new Size(read.getWidth(), read.getHeight());
        Size turned = orientation.turned(stored);
        boolean alpha = read.getColorModel().hasAlpha();
        BufferedImage upright = new BufferedImage(
                turned.width(), turned.height(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(read, orientation.transform(stored), null);
        canvas.dispose();
        return upright;
    }

    private static ProblemException broken(String reason) {
        return new ProblemException(CatalogProblem.BROKEN_IMAGE, "it cannot be decoded: " + reason);
    }
}
