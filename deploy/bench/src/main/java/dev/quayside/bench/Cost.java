package dev.quayside.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What a server needs for a request when so many connections ask for one after the other without a pause.
 *
 * @param answered requests
 * @param took from the first to the last
 * @param processor time that the server's processes used meanwhile
 */
record Cost(long answered, Duration took, Duration processor) {
    /**
     * Asks the same question for a while; anything but a 200 ends it.
     *
     * @param server its descendants count with it
     */
    static Cost of(ProcessHandle server, Question question, int connections, Duration length)
            throws IOException, InterruptedException {
        return of(server, connection -> question, connections, length);
    }

    /** The same, where each connection asks its own. */
    static Cost of(ProcessHandle server, IntFunction<Question> questions, int connections, Duration length)
            throws IOException, InterruptedException {
        AtomicBoolean refused = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        AtomicLong answered = new AtomicLong();
        Duration before = processor(server);
        long start = System.nanoTime();
        for (int n = 0; n < connections; n++) {
            Question question = questions.apply(n);
            threads.execute(() -> {
                do {
                    if (question.isAnswered()) {
                        answered.incrementAndGet();
                    } else {
                        refused.set(true);
                    }
                } while (System.nanoTime() - start < length.toNanos() && !refused.get());
            });
        }
        threads.shutdown();
        boolean ended = threads.awaitTermination(length.toMillis() + Question.LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (!ended || refused.get()) {
            threads.shutdownNow();
            throw new IOException(questions.apply(0).address() + " did not answer 200");
        }
        return new Cost(answered.get(), took, processor(server).minus(before));
    }

    /** The time that a process and its descendants have used so far. */
    static Duration processor(ProcessHandle server) {
        return Stream.concat(Stream.of(server), server.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    double perSecond() {
        return answered * 1e9 / took.toNanos();
    }

    double microsEach() {
        return processor.toNanos() / 1e3 / answered;
    }

    void print(String what) {
        System.out.printf(
                Locale.ROOT, "%-34s %8.0f requests/s  %7.0f us of processor each%n", what, perSecond(), microsEach());
    }

    /** Beside a peer: above 1 it needs more processor time, below 1 it answers fewer. */
    void printBeside(Cost peer, String what) {
        System.out.printf(
                Locale.ROOT,
                "%-34s x %.2f the processor time, x %.2f the requests/s%n",
                what,
                microsEach() / peer.microsEach(),
                perSecond() / peer.perSecond());
    }
}
