package dev.quayside.catalog.picture;

/** Width and height in pixels. */
public record Size(int width, int height) {
    long pixels() {
        return (long) width * height;
    }

    /** The same picture at a width. */
    Size atWidth(int narrower) {
        return new Size(narrower, (int) Math.max(1, Math.round((double) height * narrower / width)));
    }
}
