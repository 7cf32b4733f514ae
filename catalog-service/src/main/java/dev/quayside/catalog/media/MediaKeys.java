package dev.quayside.catalog.media;

import dev.quayside.catalog.picture.Encoding;
import dev.quayside.catalog.picture.Rendition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Under which keys a file and its renditions are stored. */
final class MediaKeys {
    /** What is served: one of the renditions, as one of the encodings. */
    record Served(String key, String mediaType) {}

    private MediaKeys() {}

    /** The file as it was uploaded, with all that is in it: it is never served, and kept to make renditions of. */
    static String source(String hash) {
        return folder(hash) + "source";
    }

    static String rendition(String hash, String name, Encoding encoding) {
        return folder(hash) + name + "." + encoding.extension();
    }

    /** What the last part of a URL such as {@code 640.webp} means; empty if there cannot be such a rendition. */
    static Optional<Served> served(String hash, String file) {
        return Arrays.stream(Encoding.values())
                .filter(encoding ->
                        Rendition.names().stream().anyMatch(name -> file.equals(name + "." + encoding.extension())))
                .map(encoding -> new Served(folder(hash) + file, encoding.mediaType()))
                .findFirst();
    }

    /** Every key that may have something under it. */
    static List<String> all(String hash) {
        List<String> keys = new ArrayList<>(List.of(source(hash)));
        for (String name : Rendition.names()) {
            for (Encoding encoding : Encoding.values()) {
                keys.add(rendition(hash, name, encoding));
            }
        }
        return keys;
    }

    private static String folder(String hash) {
        return hash.substring(0, 2) + "/" + hash + "/";
    }
}
