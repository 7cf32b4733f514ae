package dev.quayside.stripe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T act(Book book, Callable<T> work) {
        return get(book.act(Origin.NONE, work));
    }

    private static Documents orders(Store store) {
        return store.documents("order", "or", "customer");
    }

    @Test
    void actThatThrowsIsUndoneWithItsIdsAndItsIndex(@TempDir Path directory) {
        try (Store store = new Store(directory)) {
            Book book = new Book(vertx, store);
            Documents orders = orders(store);
            Document kept = act(book, () -> orders.save(orders.create().put("customer", "anna")));
            List<String> done = new ArrayList<>();

            assertThatThrownBy(() -> act(book, () -> {
                        orders.save(kept.put("customer", "bert"));
                        orders.save(orders.create().put("customer", "bert"));
                        book.afterCommit(() -> done.add("told"));
                        throw new IllegalStateException("no");
                    }))
                    .hasRootCauseMessage("no");

            assertThat(act(book, orders::size)).isEqualTo(1);
            assertThat(act(book, () -> orders.all("customer", "bert"))).isEmpty();
            assertThat(act(book, () -> orders.all("customer", "anna"))).hasSize(1);
            assertThat(done).isEmpty();
        }
    }

    @Test
    void committedActIsThereWhenTheStoreIsOpenedAgain(@TempDir Path directory) {
        String id;
        try (Store store = new Store(directory)) {
            Book book = new Book(vertx, store);
            id = act(book, () -> orders(store).save(orders(store).create())).id();
        }
        try (Store store = new Store(directory)) {
            assertThat(orders(store).find(id)).isPresent();
            assertThat(orders(store).create().id()).isGreaterThan(id);
        }
    }

    @Test
    void closedBookTakesNoMoreActs() {
        try (Store store = new Store(null)) {
            Book book = new Book(vertx, store);
            get(book.close());

            assertThatThrownBy(() -> act(book, () -> true)).hasRootCauseMessage("the stand-in is closed");
        }
    }
}
