package dev.quayside.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An answer that anybody may keep. It is always asked about again, because prices and stock change at any time; the tag is made of the
 * body itself, so an unchanged one costs the caller a 304.
 */
@ApplicationScoped
public class PublicAnswer {
    private static final String CACHE_CONTROL = "public, max-age=0, must-revalidate";
    private static final int TAG_LENGTH = 32;

    private final ObjectMapper json;

    PublicAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** 200 with the body, or 304 if the request names its tag. */
    public Response of(Object body, Request request) {
        byte[] bytes = write(body);
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(sha256(bytes)).substring(0, TAG_LENGTH));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE) : unchanged;
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL).build();
    }

    private byte[] write(Object body) {
        try {
            return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
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
