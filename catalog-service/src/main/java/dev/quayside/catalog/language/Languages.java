package dev.quayside.catalog.language;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The shop's languages, and the choice among them. A shop of one language answers as if there were no others in the world. */
@ApplicationScoped
public class Languages {
    /** The query parameter that comes before {@code Accept-Language}. */
    public static final String PARAMETER = "language";

    /** The form of a tag: a language, and where it is needed a script and a region. */
    public static final String TAG = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

    /** Characters of a tag at most: {@code yue-Hant-001} has as many. */
    public static final int LONGEST_TAG = 12;

    private static final int MOST = 20;

    private final Map<String, Language> byTag = new LinkedHashMap<>();
    private final Set<String> others;
    private final Language own;
    private final Negotiation negotiation;
    private final LanguageRows rows;

    Languages(
            @ConfigProperty(name = "quayside.shop.languages") List<String> tags,
            @ConfigProperty(name = "quayside.search.language") Optional<String> words,
            LanguageRows rows) {
        List<String> spoken = checked(tags);
        Set<String> configurations = rows.configurations();
        String first = spoken.get(0);
        this.own = Language.own(
                first, words.map(name -> known(name, configurations)).orElse(Language.words(first, configurations)));
        List<String> translated = spoken.subList(1, spoken.size());
        byTag.put(first, own);
        translated.forEach(tag -> byTag.put(tag, Language.other(tag, translated, configurations)));
        this.others = Set.copyOf(translated);
        this.negotiation = new Negotiation(spoken);
        this.rows = rows;
    }

    /** Made as the service starts, so that it does not start with languages that are none. */
    void check(@Observes StartupEvent started) {
        rows.watch(others);
    }

    private static List<String> checked(List<String> given) {
        List<String> tags = given.stream().map(String::strip).toList();
        boolean right =
                !tags.isEmpty() && tags.size() <= MOST && Set.copyOf(tags).size() == tags.size();
        if (!right || !tags.stream().allMatch(Languages::isTag)) {
            throw new IllegalStateException("QUAYSIDE_LANGUAGES must be 1 to " + MOST
                    + " different language tags such as en,de,pt-BR, the shop's own first");
        }
        return tags;
    }

    /** Of two codes of one language, such as he and iw, a locale knows the newer one. */
    private static boolean isTag(String tag) {
        return tag.matches(TAG) && Locale.forLanguageTag(tag).toLanguageTag().equals(tag);
    }

    private static String known(String name, Set<String> configurations) {
        if (!configurations.contains("shop_" + name)) {
            throw new IllegalStateException(
                    "QUAYSIDE_SEARCH_LANGUAGE must be a language that PostgreSQL knows, such as english");
        }
        return "shop_" + name;
    }

    /** The shop's own language first. */
    public List<Language> all() {
        return List.copyOf(byTag.values());
    }

    /** The tags that texts are translated to. */
    public Set<String> others() {
        return others;
    }

    /** What answers are made by, as one text: other languages, other rows. */
    public String settings() {
        return String.join(",", byTag.keySet()) + ":" + own.words();
    }

    /**
     * The language of an answer.
     *
     * @param isForNow whether it stands in for another, which will be spoken soon: nobody should keep the answer until then
     */
    public record Choice(Language language, boolean isForNow) {}

    /**
     * The language of an answer: of {@code ?language=} if it is given (400 if the shop does not speak it), else the best for {@code
     * Accept-Language}. As long as not all products are read anew in a language, it is not spoken yet.
     */
    public Choice asked(UriInfo uri, HttpHeaders headers) {
        Language wanted =
                parameter(uri).orElseGet(() -> negotiated(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        boolean isSpoken = wanted.key().isEmpty() || rows.areThere(wanted.key());
        return new Choice(isSpoken ? wanted : own, !isSpoken);
    }

    private Language negotiated(@Nullable String header) {
        return others.isEmpty() ? own : Objects.requireNonNull(byTag.get(negotiation.best(header)));
    }

    private Optional<Language> parameter(UriInfo uri) {
        List<String> given = uri.getQueryParameters().getOrDefault(PARAMETER, List.of());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Language language = given.size() == 1 ? byTag.get(given.get(0)) : null;
        if (language == null) {
            throw new ProblemException(
                    CommonProblem.INVALID_PARAMETER,
                    "language: give one of " + String.join(", ", new TreeSet<>(byTag.keySet())));
        }
        return Optional.of(language);
    }

    /** The address of a list, which pages that follow have their language by, whatever their caller's browser is set to. */
    public UriBuilder address(UriInfo uri, Language language) {
        UriBuilder address = uri.getRequestUriBuilder();
        return others.isEmpty() ? address : address.replaceQueryParam(PARAMETER, language.tag());
    }

    /** The headers that tell an answer's language, and that another may be had by asking for it. */
    public Map<String, String> headers(Language language) {
        return others.isEmpty()
                ? Map.of()
                : Map.of(HttpHeaders.CONTENT_LANGUAGE, language.tag(), HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
