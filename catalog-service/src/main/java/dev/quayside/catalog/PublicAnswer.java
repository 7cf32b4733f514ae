package dev.quayside.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.cache.Fresh;
import dev.quayside.catalog.cache.HotAnswers;
import dev.quayside.catalog.cache.Made;
import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.language.Languages.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An answer that anybody may keep. Browsers always ask about it again, because prices and stock change at any time; the tag is made of the
 * body itself, so an unchanged one costs the caller a 304.
 */
@ApplicationScoped
public class PublicAnswer {
    private static final String CACHE_CONTROL = "public, max-age=0, must-revalidate";
    /** Of what is in another language than it will soon be. */
    private static final String FOR_NOW = "max-age=0, must-revalidate";

    private static final int TAG_LENGTH = 32;

    private final ObjectMapper json;
    private final HotAnswers answers;
    private final CdnHeaders cdn;
    private final Languages languages;

    PublicAnswer(ObjectMapper json, HotAnswers answers, CdnHeaders cdn, Languages languages) {
        this.json = json;
        this.answers = answers;
        this.cdn = cdn;
        this.languages = languages;
    }

    /** 200 with the body, or 304 if the request names its tag. */
    public Response of(Object body, Request request) {
        Made made = write(new Fresh(body, Set.of()));
        return respond(made, request)
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .build();
    }

    /** As above, in the language that was asked for. */
    public Response in(UriInfo uri, HttpHeaders headers, Request request, Function<Language, ?> read) {
        Choice choice = languages.asked(uri, headers);
        Language language = choice.language();
        Response.ResponseBuilder response = respond(write(new Fresh(read.apply(language), Set.of())), request)
                .header(HttpHeaders.CACHE_CONTROL, choice.isForNow() ? FOR_NOW : CACHE_CONTROL);
        languages.headers(language).forEach(response::header);
        return response.build();
    }

    /** As above, but kept ready until something changes that it hangs on; {@code Cache-Control: no-cache} passes by what is kept. */
    public Response kept(UriInfo uri, HttpHeaders headers, Request request, Function<Language, Fresh> read) {
        return keptIfAny(uri, headers, request, language -> Optional.of(read.apply(language)))
                .orElseThrow();
    }

    /** As above; empty when there is nothing to be kept. */
    public Optional<Response> keptIfAny(
            UriInfo uri, HttpHeaders headers, Request request, Function<Language, Optional<Fresh>> read) {
        Choice choice = languages.asked(uri, headers);
        Language language = choice.language();
        Supplier<Optional<Made>> made = () -> read.apply(language).map(this::write);
        Optional<Made> answer = isNoCache(headers) ? made.get() : answers.get(address(uri, language), made);
        return answer.map(found -> {
            Response.ResponseBuilder response = respond(found, request);
            if (choice.isForNow()) {
                response.header(HttpHeaders.CACHE_CONTROL, FOR_NOW);
            } else {
                cdn.of(found.keys(), answers.secondsUntilFlip()).forEach(response::header);
            }
            languages.headers(language).forEach(response::header);
            return response.build();
        });
    }

    /**
     * Links in an answer repeat its query: another order of the same parameters is another answer. So is another language; not what was
     * sent to ask for it, of which there is no end.
     */
    private static String address(UriInfo uri, Language language) {
        String query = uri.getRequestUri().getRawQuery();
        String address = uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
        return language.key().isEmpty() ? address : language.key() + " " + address;
    }

    private static boolean isNoCache(HttpHeaders headers) {
        String control = headers.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return control != null && control.toLowerCase(Locale.ROOT).contains("no-cache");
    }

    private static Response.ResponseBuilder respond(Made made, Request request) {
        EntityTag tag = new EntityTag(made.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(made.body(), MediaType.APPLICATION_JSON_TYPE) : unchanged).tag(tag);
    }

    private Made write(Fresh fresh) {
        try {
            byte[] body = json.writeValueAsString(fresh.body()).getBytes(StandardCharsets.UTF_8);
            return new Made(body, HexFormat.of().formatHex(sha256(body)).substring(0, TAG_LENGTH), fresh.keys());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can always be written", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
