package dev.quayside.kit.page;

/** The body of an answer that is one thing: {@code {"data": …}}. */
public record Data<T>(T data) {}
