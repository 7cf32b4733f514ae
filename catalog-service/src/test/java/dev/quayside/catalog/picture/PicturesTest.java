package dev.quayside.catalog.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.problem.ProblemException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final long HEAP = 1L << 30;

    private final Pictures pictures = new Pictures(new Decoder(new Limits(25_000_000, HEAP)), new Workbench());

    static byte[] sample(PictureFormat format, int width, int height) {
        return format == PictureFormat.WEBP
                ? SamplePictures.webp(width, height, 1)
                : SamplePictures.file(format.text(), width, height, 1);
    }

    @ParameterizedTest
    @EnumSource
    void formatAndSizeAreFoundInTheBytes(PictureFormat format) {
        Picture found = pictures.inspect(sample(format, 40, 30));
        assertThat(found.format()).isEqualTo(format);
        assertThat(found.size()).isEqualTo(new Size(40, 30));
        assertThat(found.hash()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @EnumSource
    void fileThatIsCutIsBroken(PictureFormat format) {
        byte[] whole = SamplePictures.written(
                format == PictureFormat.WEBP ? "png" : format.text(), noise(format == PictureFormat.WEBP ? 8 : 200));
        byte[] file = format == PictureFormat.WEBP ? sample(format, 300, 300) : whole;
        for (int length : new int[] {file.length * 9 / 10, file.length / 2, 40, 14}) {
            assertThatThrownBy(() -> pictures.inspect(Arrays.copyOf(file, length)))
                    .as("%s of %d", length, file.length)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.code())
                                    .isIn(CatalogProblem.BROKEN_IMAGE, CatalogProblem.UNSUPPORTED_IMAGE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
                "%PDF-1.7",
                "BM000000000000000000",
                "II*\u0000aaaaaaaaaaaaaa",
                "PK\u0003\u0004aaaaaaaaaaaa",
                "<html><script>alert(1)</script></html>"
            })
    void whatIsNoneOfTheFourIsRefused(String file) {
        refused(file.getBytes(StandardCharsets.UTF_8), CatalogProblem.UNSUPPORTED_IMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a", "\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff\u00e0", "RIFF0000WEBPVP8 "})
    void whatOnlyBeginsLikeAPictureIsBroken(String beginning) {
        byte[] file = (beginning + "<script>alert(1)</script>".repeat(20)).getBytes(StandardCharsets.ISO_8859_1);
        refused(file, CatalogProblem.BROKEN_IMAGE);
    }

    @ParameterizedTest
    @CsvSource({"5001,5000", "16001,1", "2147483647,2147483647", "1000000,2"})
    void tooManyPixelsAreRefusedBeforeTheyAreDecoded(int width, int height) {
        refused(SamplePictures.hugePng(width, height), CatalogProblem.IMAGE_TOO_LARGE);
    }

    @Test
    void smallHeapTakesSmallerPicturesWhateverIsConfigured() {
        Limits small = new Limits(25_000_000, 64 << 20);
        small.check(new Size(2000, 2000), 4);
        assertThatThrownBy(() -> small.check(new Size(2100, 2000), 4)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> small.check(new Size(2000, 2000), 8)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({"zTXt,false", "zTXt,true", "iTXt,true", "iCCP,true"})
    void packedTextIsNotUnpacked(String type, boolean palette) {
        byte[] head = ("Comment\0" + (type.equals("iTXt") ? "\1\0\0\0" : "\0")).getBytes(StandardCharsets.US_ASCII);
        byte[] bomb = SamplePictures.inserted(head, head.length, SamplePictures.deflated(new byte[1 << 20], 64));
        int kind = palette ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_INT_RGB;
        byte[] plain = SamplePictures.written("png", new BufferedImage(20, 10, kind));
        byte[] file = SamplePictures.png(plain, type, bomb);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        try {
            assertThat(pictures.inspect(file).size()).isEqualTo(new Size(20, 10));
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo(CatalogProblem.BROKEN_IMAGE);
        }
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(32 << 20);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "3,false", "6,true", "8,true"})
    void pictureIsTurnedTheWayItSays(int orientation, boolean onItsSide) throws IOException {
        byte[] file = SamplePictures.turnedJpeg(64, 32, orientation);
        assertThat(pictures.inspect(file).size()).isEqualTo(onItsSide ? new Size(32, 64) : new Size(64, 32));
        BufferedImage upright = read(of(rendered(file), "original.jpg"));
        // Stored, red is above: after half a turn it is below, after a quarter clockwise on the right.
        int x = orientation == 6 ? upright.getWidth() - 4 : 3;
        int y = orientation == 3 ? upright.getHeight() - 4 : 3;
        assertThat(new Color(upright.getRGB(x, y)).getRed()).isGreaterThan(200);
    }

    @Test
    void otherFormatsAreTurnedToo() {
        byte[] png = SamplePictures.png(SamplePictures.file("png", 64, 32, 1), "eXIf", SamplePictures.exif(6));
        assertThat(pictures.inspect(png).size()).isEqualTo(new Size(32, 64));
    }

    @Test
    void renditionsAreSmallerUprightAndHaveNothingButPixels() throws IOException {
        Map<String, byte[]> made = rendered(SamplePictures.turnedJpeg(500, 700, 6));
        assertThat(made)
                .containsOnlyKeys("320.webp", "320.jpg", "640.webp", "640.jpg", "original.webp", "original.jpg");
        made.forEach((name, file) -> assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .as(name)
                .doesNotContain("SECRET", "Exif", "ICC_PROFILE"));
        assertThat(pictures.inspect(of(made, "320.webp")).size()).isEqualTo(new Size(320, 229));
        assertThat(pictures.inspect(of(made, "original.jpg")).size()).isEqualTo(new Size(700, 500));
    }

    @Test
    void transparencyStaysInWebpAndIsWhiteInJpeg() throws IOException {
        Map<String, byte[]> made =
                rendered(SamplePictures.written("png", new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB)));
        assertThat(new Color(read(of(made, "original.jpg")).getRGB(8, 8))).isEqualTo(Color.WHITE);
        BufferedImage webp = new Decoder(new Limits(1_000, HEAP)).decode(PictureFormat.WEBP, of(made, "original.webp"));
        assertThat(webp.getRGB(8, 8) >>> 24).isZero();
    }

    @Test
    void greyDeepAndPackedColoursAreTaken() throws IOException {
        for (int kind : new int[] {
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_USHORT_565_RGB
        }) {
            assertThat(rendered(SamplePictures.written("png", new BufferedImage(9, 7, kind))))
                    .containsKeys("original.webp", "original.jpg");
        }
    }

    @Test
    void scriptBehindAPictureIsNotHandedOn() throws IOException {
        byte[] picture = SamplePictures.file("gif", 20, 20, 1);
        byte[] polyglot = SamplePictures.inserted(
                picture, picture.length, "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        rendered(polyglot)
                .values()
                .forEach(file -> assertThat(new String(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("script"));
    }

    private Map<String, byte[]> rendered(byte[] file) {
        Map<String, byte[]> made = new TreeMap<>();
        assertThat(pictures.render(
                        () -> file,
                        (rendition, encoding, content) ->
                                made.put(rendition.name() + "." + encoding.extension(), content)))
                .isTrue();
        return made;
    }

    private static byte[] of(Map<String, byte[]> made, String name) {
        return Objects.requireNonNull(made.get(name));
    }

    private void refused(byte[] file, CatalogProblem problem) {
        assertThatThrownBy(() -> pictures.inspect(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(problem));
    }

    private static BufferedImage noise(int side) {
        BufferedImage pixels = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            pixels.setRGB(i % side, i / side, i * 2_654_435 ^ i << 7);
        }
        return pixels;
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
