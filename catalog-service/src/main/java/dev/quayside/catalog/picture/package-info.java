/**
 * Pictures that somebody sends, and what the shop makes of them.
 *
 * <p>What a file is, its bytes say, not its name. Its size is known before a pixel is decoded, and only so many pictures are decoded at
 * a time: no file makes the process take more memory than it has. What is written has pixels and nothing else of the file.
 */
@NullMarked
package dev.quayside.catalog.picture;

import org.jspecify.annotations.NullMarked;
