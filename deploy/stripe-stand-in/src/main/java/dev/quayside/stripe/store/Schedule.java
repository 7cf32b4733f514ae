package dev.quayside.stripe.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;

/**
 * Work that falls due at a time of the stand-in's clock, and survives a restart. Work is named, and taken off the list in
 * the act that does it.
 */
public final class Schedule {
    private static final System.Logger LOG = System.getLogger(Schedule.class.getName());
    private static final long LONGEST_NAP_MILLIS = 60_000;

    private final MVMap<String, String> due;
    private final Map<String, Consumer<String>> work = new HashMap<>();
    private final Vertx vertx;
    private final Book book;
    private final Store store;
    private long timer = -1;

    public Schedule(Vertx vertx, Book book, Store store) {
        this.vertx = vertx;
        this.book = book;
        this.store = store;
        this.due = store.map("schedule");
    }

    /** Says what a name stands for; once, at start. */
    public void register(String name, Consumer<String> action) {
        work.put(name, action);
    }

    /** Inside an act: have the named work done on this object after a while. */
    public void in(Duration delay, String name, String id) {
        Instant at = store.clock().instant().plus(delay);
        String key = String.format(
                Locale.ROOT, "%015d-%s", at.toEpochMilli(), store.ids().next("due"));
        due.put(key, Json.write(Json.object().put("work", name).put("id", id)));
        book.afterCommit(this::arm);
    }

    /** Inside an act: does all that is due now. */
    public void runDue() {
        for (String key = due.firstKey(); key != null && millisUntil(key) <= 0; key = due.firstKey()) {
            ObjectNode task = Json.parse(due.remove(key));
            try {
                work.getOrDefault(task.path("work").asText(), id -> {})
                        .accept(task.path("id").asText());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "scheduled work failed: " + task, e);
            }
        }
        book.afterCommit(this::arm);
    }

    /** Sets the timer for what falls due next; runs on the book's thread or before anything else does. */
    public synchronized void arm() {
        String next = due.firstKey();
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
        if (next != null) {
            long nap = Math.max(1, Math.min(LONGEST_NAP_MILLIS, millisUntil(next)));
            timer = vertx.setTimer(nap, id -> wake());
        }
    }

    private void wake() {
        book.act(Origin.NONE, () -> {
            runDue();
            return true;
        });
    }

    private long millisUntil(String key) {
        return Long.parseLong(key.substring(0, 15)) - store.clock().millis();
    }
}
