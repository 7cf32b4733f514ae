/**
 * Images of products: uploaded, made into renditions, put in order, shown.
 *
 * <p>A product's image refers to a file, which is stored once by its content and may be the image of many. The file's row is there before
 * the file and after it; a product is shown with an image only when all of the image's renditions are stored. A file that no product has
 * is deleted after a while.
 */
@NullMarked
package dev.quayside.catalog.media;

import org.jspecify.annotations.NullMarked;
