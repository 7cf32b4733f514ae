package dev.quayside.catalog.store;

import java.io.InputStream;

/** An open file of the store, to be closed by whoever asked for it. */
public record StoredObject(InputStream content, long length) {}
