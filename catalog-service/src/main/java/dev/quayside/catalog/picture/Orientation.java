package dev.quayside.catalog.picture;

import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.webp.WebpRiffHandler;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * How a picture has to be turned to be upright, as EXIF numbers it (CIPA DC-008, 4.6.4): 1 not at all, 3 by half, 6 and 8 by a quarter,
 * the others mirrored too.
 */
record Orientation(int number) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final Logger LOG = Logger.getLogger(Orientation.class);

    /** What the file says; a file that says nothing that can be read is upright. */
    static Orientation of(PictureFormat format, byte[] file) {
        try {
            Metadata found = new Metadata();
            // Readers over bytes that are there: one over a stream would believe a chunk that says it is 2 GiB long.
            switch (format) {
                case JPEG -> readJpeg(file, found);
                case PNG -> readPng(file, found);
                case WEBP ->
                    new RiffReader().processRiff(new SequentialByteArrayReader(file), new WebpRiffHandler(found));
                case GIF -> LOG.trace("GIF has no EXIF");
            }
            ExifIFD0Directory exif = found.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer number = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return number == null || number < 1 || number > 8 ? UPRIGHT : new Orientation(number);
        } catch (Exception | StackOverflowError unreadable) {
            LOG.debugf("EXIF that cannot be read: %s", unreadable);
            return UPRIGHT;
        }
    }

    private static void readJpeg(byte[] file, Metadata found) throws Exception {
        Iterable<byte[]> segments = JpegSegmentReader.readSegments(
                        new SequentialByteArrayReader(file), List.of(JpegSegmentType.APP1))
                .getSegments(JpegSegmentType.APP1);
        new ExifReader().readJpegSegments(segments, found, JpegSegmentType.APP1);
    }

    private static void readPng(byte[] file, Metadata found) throws Exception {
        new PngChunkReader()
                .extract(new SequentialByteArrayReader(file), Set.of(PngChunkType.eXIf))
                .forEach(chunk -> new ExifReader().extract(new ByteArrayReader(chunk.getBytes()), found));
    }

    boolean isUpright() {
        return number == 1;
    }

    /** The size of the upright picture. */
    Size turned(Size stored) {
        return number >= 5 ? new Size(/* width= */ stored.height(), /* height= */ stored.width()) : stored;
    }

    /** From the stored picture to the upright one. */
    AffineTransform transform(Size stored) {
        int width = stored.width();
        int height = stored.height();
        return switch (number) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
