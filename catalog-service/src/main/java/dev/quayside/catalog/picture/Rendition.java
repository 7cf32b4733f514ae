package dev.quayside.catalog.picture;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One size in which a picture is kept.
 *
 * @param name its width, or {@value #ORIGINAL}
 */
public record Rendition(String name, Size size) {
    /** The name of the picture in its own size. */
    public static final String ORIGINAL = "original";

    private static final int[] WIDTHS = {320, 640, 1280};

    /** The names that there are. */
    public static List<String> names() {
        return Stream.concat(IntStream.of(WIDTHS).mapToObj(String::valueOf), Stream.of(ORIGINAL))
                .toList();
    }

    /** The renditions of a picture, the smallest first. None is larger than the picture itself. */
    public static List<Rendition> of(Size picture) {
        return Stream.concat(
                        IntStream.of(WIDTHS)
                                .filter(width -> width < picture.width())
                                .mapToObj(width -> new Rendition(String.valueOf(width), picture.atWidth(width))),
                        Stream.of(new Rendition(ORIGINAL, picture)))
                .toList();
    }
}
