package dev.quayside.kit.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The place after one row of a sorted list: the row's sort key and, last, its id. Opaque to callers.
 *
 * @param sort the sort that the cursor was made for, such as {@code -createdAt}
 * @param key the row's value of that sort, as text
 * @param id the row's id
 */
public record Cursor(String sort, String key, UUID id) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 2_000;

    public String encode() {
        try {
            byte[] json = JSON.writeValueAsBytes(this);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cursor can always be written", e);
        }
    }

    /** Reads what {@link #encode} wrote; anything else is a 400. */
    static Cursor decode(String text) {
        try {
            if (text.length() <= LONGEST) {
                String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                Cursor cursor = JSON.readValue(json, Cursor.class);
                if (cursor.sort() != null && cursor.key() != null && cursor.id() != null) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            ProblemException forged = forged();
            forged.initCause(e);
            throw forged;
        }
        throw forged();
    }

    /** The key of a list that is sorted by time; a 400 when it is none. */
    public Instant time() {
        try {
            return ListTime.parse(key);
        } catch (DateTimeException notATime) {
            throw forged();
        }
    }

    /** The answer to a cursor that no list gave out: a 400 {@code invalid_parameter}. */
    public static ProblemException forged() {
        return new ProblemException(
                CommonProblem.INVALID_PARAMETER,
                "cursor: not a link that this list gave out; start from the first page");
    }
}
