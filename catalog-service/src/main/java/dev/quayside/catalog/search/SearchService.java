package dev.quayside.catalog.search;

import dev.quayside.catalog.CatalogProblem;
import dev.quayside.catalog.Contended;
import dev.quayside.kit.auditlog.AuditTrail;
import dev.quayside.kit.auditlog.Subject;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What staff say about the words of searches. */
@ApplicationScoped
public class SearchService {
    /** All groups are read at once, by every instance. */
    private static final int MOST_SYNONYMS = 1_000;

    private final SearchRepository words;
    private final AuditTrail trail;
    private final Clock clock;

    SearchService(SearchRepository words, AuditTrail trail, Clock clock) {
        this.words = words;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Page<SynonymView> list(UriInfo uri) {
        return words.list(ListQuery.parse(uri, SearchRepository.ALLOWED), uri);
    }

    /** One group; 404 {@code synonym_not_found}. */
    @Transactional
    public Versioned<SynonymView> get(UUID id) {
        return words.find(id).orElseThrow(() -> notFound(id));
    }

    /** Adds a group; 409 {@code too_many_synonyms}. */
    public Versioned<SynonymView> create(SynonymRequest request) {
        List<String> phrases = phrases(request);
        return Contended.transaction(() -> {
            if (words.count() >= MOST_SYNONYMS) {
                throw new ProblemException(
                        CatalogProblem.TOO_MANY_SYNONYMS, "there are " + MOST_SYNONYMS + " groups; delete one first");
            }
            Instant now = now();
            SynonymView synonym = new SynonymView(Ids.next(), phrases, now, now);
            words.insert(synonym);
            trail.record("synonym.created", subject(synonym.id()), null, synonym);
            return new Versioned<>(synonym, 1);
        });
    }

    /** Replaces a group that is at the version of {@code ifMatch}; the same phrases again are no change. */
    public Versioned<SynonymView> replace(UUID id, @Nullable String ifMatch, SynonymRequest request) {
        List<String> phrases = phrases(request);
        return Contended.transaction(() -> {
            Versioned<SynonymView> before = words.lock(id).orElseThrow(() -> notFound(id));
            EntityTags.requireMatch(ifMatch, before.version(), before.view());
            if (before.view().phrases().equals(phrases)) {
                trail.nothingNew();
                return before;
            }
            SynonymView after = new SynonymView(id, phrases, before.view().createdAt(), now());
            words.update(after);
            trail.record("synonym.updated", subject(id), before.view(), after);
            return new Versioned<>(after, before.version() + 1);
        });
    }

    /** Deletes a group; {@code ifMatch} is checked when sent. */
    public void delete(UUID id, @Nullable String ifMatch) {
        Contended.transaction(() -> {
            Versioned<SynonymView> before = words.lock(id).orElseThrow(() -> notFound(id));
            if (ifMatch != null) {
                EntityTags.requireMatch(ifMatch, before.version(), before.view());
            }
            words.delete(id);
            trail.record("synonym.deleted", subject(id), before.view(), null);
            return id;
        });
    }

    @Transactional
    public Versioned<StopWords> stopWords() {
        return words.stopWords("");
    }

    /** Replaces the list that is at the version of {@code ifMatch}; the same words again are no change. */
    public Versioned<StopWords> replace(@Nullable String ifMatch, StopWords request) {
        StopWords after = new StopWords(
                request.words().stream().map(Words::key).distinct().sorted().toList());
        IntStream.range(0, request.words().size())
                .filter(i -> Words.split(request.words().get(i)).length != 1)
                .findFirst()
                .ifPresent(i -> {
                    throw ProblemException.invalidField("words[" + i + "]", "not_a_word", "must be one word");
                });
        return Contended.transaction(() -> {
            Versioned<StopWords> before = words.stopWords(" for update");
            EntityTags.requireMatch(ifMatch, before.version(), before.view());
            if (before.view().equals(after)) {
                trail.nothingNew();
                return before;
            }
            words.update(after, now());
            trail.record("stop_words.updated", Subject.of("stop_words", "all"), before.view(), after);
            return new Versioned<>(after, before.version() + 1);
        });
    }

    /** The phrases in one form; two that are the same, or one of no or too many words, are a 422. */
    private static List<String> phrases(SynonymRequest request) {
        List<String> phrases = request.phrases().stream()
                .map(text -> String.join(" ", Words.split(text)))
                .toList();
        for (int i = 0; i < phrases.size(); i++) {
            int length = Words.split(phrases.get(i)).length;
            if (length < 1 || length > Words.MOST_IN_PHRASE) {
                throw ProblemException.invalidField(
                        "phrases[" + i + "]", "not_a_phrase", "must be one to " + Words.MOST_IN_PHRASE + " words");
            }
        }
        if (phrases.stream().map(Words::key).distinct().count() != phrases.size()) {
            throw ProblemException.invalidField("phrases", "duplicate", "must not name a phrase twice");
        }
        return phrases;
    }

    private static Subject subject(UUID id) {
        return Subject.of("synonym", id);
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CatalogProblem.SYNONYM_NOT_FOUND, "no group of synonyms has the id " + id);
    }

    private Instant now() {
        return clock.instant();
    }
}
