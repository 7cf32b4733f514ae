package dev.quayside.catalog.media;

import dev.quayside.catalog.picture.Encoding;
import dev.quayside.catalog.picture.Rendition;
import dev.quayside.catalog.picture.Size;
import java.util.List;

/**
 * An image in one size, as everybody sees it.
 *
 * @param name its width, or {@code original}
 * @param url of the WebP, below the shop's address; what is there never changes
 * @param fallback of the JPEG
 */
public record RenditionView(String name, int width, int height, String url, String fallback) {
    static List<RenditionView> of(String hash, Size size) {
        return Rendition.of(size).stream()
                .map(rendition -> new RenditionView(
                        rendition.name(),
                        rendition.size().width(),
                        rendition.size().height(),
                        url(hash, rendition, Encoding.WEBP),
                        url(hash, rendition, Encoding.JPEG)))
                .toList();
    }

    private static String url(String hash, Rendition rendition, Encoding encoding) {
        return "/v1/media/" + hash + "/" + rendition.name() + "." + encoding.extension();
    }
}
