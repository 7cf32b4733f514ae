package dev.quayside.local;

import java.time.Duration;

/** Told of the shop's steps; called from any thread. */
public interface ShopListener {
    /** A part can do its work. */
    void ready(String part, String address, Duration after);

    /** A part has ended without having been told to; the message has its last words. */
    void died(ShopException why);

    /** Hears nothing: for tests. */
    ShopListener SILENT = new ShopListener() {
        @Override
        public void ready(String part, String address, Duration after) {}

        @Override
        public void died(ShopException why) {}
    };
}
