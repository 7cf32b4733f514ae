package dev.quayside.catalog.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What staff have said about words, read again when it was read a second ago. */
@ApplicationScoped
public class SearchVocabulary {
    private static final Duration REMEMBERED = Duration.ofMillis(900);

    private final LoadingCache<String, KnownWords> known;

    SearchVocabulary(SearchRepository words) {
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .build(all -> QuarkusTransaction.joiningExisting()
                        .call(() -> new KnownWords(
                                words.synonyms(), words.stopWords().words())));
    }

    /** The words as they are now. Asked once for a request, before its first statement: whoever waits here must hold no connection. */
    public KnownWords now() {
        return known.get("all");
    }
}
