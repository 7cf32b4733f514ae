package dev.quayside.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON merge patch (RFC 7396): null removes a field, an object is merged, everything else replaces. */
@ApplicationScoped
public class MergePatch {
    /** The media type of the standard; plain JSON is taken as well. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The request that a patch makes of what is there, read as strictly as a whole one: 400 and 422 as there. */
    public <T> T apply(T there, @Nullable JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode object)) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "the patch must be a JSON object");
        }
        T merged = read(merge(json.valueToTree(there), object), type);
        Set<ConstraintViolation<T>> found = validator.validate(merged);
        if (!found.isEmpty()) {
            throw new ConstraintViolationException(found);
        }
        return merged;
    }

    private <T> T read(ObjectNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException unreadable) {
            throw new BadRequestException(unreadable);
        }
    }

    static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode inner) {
                ObjectNode known = target.get(field.getKey()) instanceof ObjectNode there ? there : patch.objectNode();
                target.set(field.getKey(), merge(known, inner));
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
        return target;
    }
}
