package dev.quayside.catalog.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that many ask for: out of this process, else out of Redis, else made once for all who ask meanwhile.
 *
 * <p>Whoever asks gets what was current when it asked, or at most {@link Knowledge#GOOD_FOR} before: it never shares a read that began
 * earlier and that a change has overtaken.
 */
@ApplicationScoped
public class HotAnswers {
    /** What an entry costs beside its body and its names. */
    private static final int OVERHEAD = 300;

    private static final class Kept {
        private final Made made;
        private final Moment moment;
        private final AtomicBoolean isShared;

        Kept(Made made, Moment moment, boolean isShared) {
            this.made = made;
            this.moment = moment;
            this.isShared = new AtomicBoolean(isShared);
        }
    }

    private final Knowledge knowledge;
    private final SharedAnswers shared;
    private final CacheSettings settings;
    private final CacheMetrics metrics;
    private final Cache<String, Kept> here;
    private final Map<String, Read> reads = new ConcurrentHashMap<>();

    HotAnswers(Knowledge knowledge, SharedAnswers shared, CacheSettings settings, CacheMetrics metrics) {
        this.knowledge = knowledge;
        this.shared = shared;
        this.settings = settings;
        this.metrics = metrics;
        this.here = Caffeine.newBuilder()
                .maximumWeight(settings.bytes())
                .<String, Kept>weigher((address, kept) -> weight(address, kept.made))
                .expireAfterWrite(settings.life())
                .build();
        metrics.watch(here, knowledge);
    }

    /**
     * The answer for an address.
     *
     * @param read makes it; empty for what is not to be kept
     */
    public Optional<Made> get(String address, Supplier<Optional<Made>> read) {
        if (!settings.enabled()) {
            return read.get();
        }
        Kept kept = kept(address);
        return kept == null ? together(address, read) : Optional.of(kept.made);
    }

    /** Seconds in which time alone changes no answer. */
    public long secondsUntilFlip() {
        return knowledge.secondsUntilFlip();
    }

    private @Nullable Kept kept(String address) {
        Kept kept = here.getIfPresent(address);
        Moment now = knowledge.now();
        if (kept == null || !knowledge.allows(kept.moment, kept.made.keys())) {
            return null;
        }
        metrics.hit();
        share(address, kept, now);
        return kept;
    }

    /**
     * Shares an answer when it is asked for again and changes have been asked for since: one that they left as it is has seen all that is
     * over by now, also what was committed just before it was read. And what is asked for only once is not worth sharing.
     */
    private void share(String address, Kept kept, Moment now) {
        if (now.news() > kept.moment.news() && kept.isShared.compareAndSet(false, true)) {
            shared.put(address, kept.made, now.below());
        }
    }

    /** One reads, the others wait for it. A read that began before this one was asked for may be too old: then the next one is not. */
    private Optional<Made> together(String address, Supplier<Optional<Made>> read) {
        long asked = knowledge.nanos();
        while (true) {
            Read own = new Read(knowledge.nanos());
            Read running = reads.putIfAbsent(address, own);
            if (running == null) {
                return own.lead(() -> answer(address, read), () -> reads.remove(address, own));
            }
            metrics.waited();
            Optional<Made> answer = running.await();
            if (running.hasBegunAfter(asked)) {
                return running.outcome();
            }
            Kept kept = answer.isPresent() ? kept(address) : null;
            if (kept != null) {
                return Optional.of(kept.made);
            }
        }
    }

    private Optional<Made> answer(String address, Supplier<Optional<Made>> read) {
        Moment moment = knowledge.now();
        Kept kept = kept(address);
        if (kept == null) {
            kept = shared(address);
        }
        if (kept != null) {
            return Optional.of(kept.made);
        }
        metrics.missed();
        Optional<Made> made = read.get();
        made.filter(answer -> answer.body().length <= settings.largest()).ifPresent(answer -> {
            here.put(address, new Kept(answer, moment, false));
        });
        return made;
    }

    private @Nullable Kept shared(String address) {
        SharedAnswers.Stored stored = shared.get(address);
        Moment moment = stored == null
                ? null
                : knowledge.recognise(stored.below(), stored.made().keys()).orElse(null);
        if (stored == null || moment == null) {
            return null;
        }
        metrics.hitShared();
        Kept kept = new Kept(stored.made(), moment, true);
        here.put(address, kept);
        return kept;
    }

    private static int weight(String address, Made made) {
        int names = address.length();
        for (String key : made.keys()) {
            names += key.length();
        }
        return OVERHEAD + 2 * names + made.body().length;
    }
}
