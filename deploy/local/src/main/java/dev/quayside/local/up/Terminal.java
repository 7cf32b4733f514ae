package dev.quayside.local.up;

import dev.quayside.local.LocalShop;
import dev.quayside.local.ShopException;
import dev.quayside.local.ShopListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One line a step on the terminal, and the end: whichever comes first of a signal and the death of a part. */
final class Terminal implements ShopListener {
    /** Ctrl-C reaches every process of the terminal at once: a child may be gone before this process hears of it. */
    private static final Duration SIGNAL_MAY_FOLLOW = Duration.ofMillis(2500);

    private final PrintStream out;
    private final BlockingQueue<ShopException> deaths = new LinkedBlockingQueue<>();
    private volatile boolean started;
    private volatile boolean stopping;

    Terminal(PrintStream out) {
        this.out = out;
    }

    void line(String what, String text) {
        out.printf("  %-18s %s%n", what, text);
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void ready(String part, String address, Duration after) {
        started = true;
        line(part, "ready on " + address + " after " + tenths(after) + " s");
    }

    @Override
    public void died(ShopException why) {
        deaths.add(why);
    }

    /** However this process ends, short of kill -9, the shop ends first. */
    void stopAtSignal(LocalShop shop) {
        Thread hook = new Thread(() -> stop(shop), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(LocalShop shop) {
        stopping = true;
        long since = System.nanoTime();
        if (started) {
            out.println("Stopping the shop.");
        }
        shop.close();
        if (started) {
            out.println("Stopped after " + tenths(Duration.ofNanos(System.nanoTime() - since)) + " s.");
        }
    }

    /** Waits for as long as every part lives. */
    ShopException awaitDeath() {
        try {
            return deaths.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ShopException("Interrupted.", e);
        }
    }

    /** Ends the process with one clear line, unless a signal is the reason for what has failed. */
    void fail(RuntimeException why, int status) {
        if (!started || !isSignalled()) {
            out.flush();
            System.err.println("deploy/up: " + inWords(why));
        }
        // While a signal's own end is under way this does not return, and changes nothing.
        System.exit(status);
    }

    private boolean isSignalled() {
        long deadline = System.nanoTime() + SIGNAL_MAY_FOLLOW.toNanos();
        try {
            while (!stopping && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return stopping;
    }

    /** Only what was written for people is shown as it is. */
    private static String inWords(RuntimeException why) {
        boolean forPeople = why instanceof ShopException || why instanceof Arguments.Wrong;
        return forPeople ? String.valueOf(why.getMessage()) : why.toString();
    }

    private static String tenths(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        return tenths / 10 + "." + tenths % 10;
    }
}
