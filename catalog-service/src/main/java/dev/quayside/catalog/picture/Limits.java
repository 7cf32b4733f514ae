package dev.quayside.catalog.picture;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How large a picture may be. Decoded it has three or four bytes for each pixel, seldom eight, and is there twice for a while: as it was
 * read and as it is turned, then as it was turned and as the encoder takes it. Whatever is configured, that is never more than half of
 * the heap.
 */
@ApplicationScoped
class Limits {
    static final int MOST_BYTES = 20 << 20;
    /** WebP's own limit is 16,383. */
    private static final int LONGEST_SIDE = 16_000;

    private static final int TIMES = 2;

    private final long mostPixels;
    private final long mostDecoded;

    @Inject
    Limits(@ConfigProperty(name = "quayside.media.max-pixels") long mostPixels) {
        this(mostPixels, Runtime.getRuntime().maxMemory());
    }

    Limits(long mostPixels, long heap) {
        this.mostPixels = mostPixels;
        this.mostDecoded = heap / 2 / TIMES;
    }

    /** A file that is longer than 20 MiB is a 413. */
    static void checkFile(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new ProblemException(
                    CommonProblem.BODY_TOO_LARGE, "the file may have " + MOST_BYTES + " bytes at most");
        }
    }

    /** Too many pixels, or too many bytes for each of them, is a 422. */
    void check(Size size, int bytesPerPixel) {
        if (size.width() < 1 || size.height() < 1) {
            throw new ProblemException(CatalogProblem.BROKEN_IMAGE, "the image has no pixels");
        }
        if (Math.max(size.width(), size.height()) > LONGEST_SIDE) {
            throw tooLarge(size, "each side may be " + LONGEST_SIDE + " pixels at most");
        }
        long most = Math.min(mostPixels, mostDecoded / Math.max(4, bytesPerPixel));
        if (size.pixels() > most) {
            throw tooLarge(size, "an image of its kind may have " + most + " pixels at most");
        }
    }

    private static ProblemException tooLarge(Size size, String detail) {
        return new ProblemException(
                CatalogProblem.IMAGE_TOO_LARGE,
                "it is " + size.width() + " by " + size.height() + " pixels; " + detail);
    }
}
