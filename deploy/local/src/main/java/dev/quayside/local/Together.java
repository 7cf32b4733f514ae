package dev.quayside.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs steps at once. */
final class Together {
    private Together() {}

    /** Returns when all are done, and throws as soon as the first one fails; the others are not waited for then. */
    static void run(List<Runnable> steps) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] running = steps.stream()
                .map(step -> CompletableFuture.runAsync(step, Together::startDaemon))
                .toArray(CompletableFuture<?>[]::new);
        for (CompletableFuture<?> each : running) {
            var unused = each.whenComplete((done, why) -> {
                if (why != null) {
                    failed.completeExceptionally(why);
                }
            });
        }
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(running), failed).join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(CompletionException e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException runtime ? runtime : e;
    }

    private static void startDaemon(Runnable step) {
        Thread thread = new Thread(step, "start");
        thread.setDaemon(true);
        thread.start();
    }
}
