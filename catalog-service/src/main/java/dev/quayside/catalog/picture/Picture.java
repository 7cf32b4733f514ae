package dev.quayside.catalog.picture;

/**
 * What was found out about a file that is a picture.
 *
 * @param hash SHA-256 of its bytes, in hex
 * @param bytes how many it has
 * @param size as it is seen, turned the way it should be
 */
public record Picture(String hash, long bytes, PictureFormat format, Size size) {}
