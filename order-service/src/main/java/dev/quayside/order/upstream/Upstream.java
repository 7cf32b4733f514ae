package dev.quayside.order.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes a call and sorts what it can end in: its value, a {@link Refusal}, or {@link NoAnswer}. */
@ApplicationScoped
public class Upstream {
    private static final Set<Integer> CAN_REFUSE = Set.of(404, 409, 422);
    private static final Set<String> NOT_OF_A_DOMAIN =
            Arrays.stream(CommonProblem.values()).map(CommonProblem::code).collect(Collectors.toUnmodifiableSet());

    private final ObjectMapper json;

    Upstream(ObjectMapper json) {
        this.json = json;
    }

    public <T> T call(String service, Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException answered) {
            throw sorted(service, answered);
        } catch (RuntimeException failed) {
            throw new NoAnswer(service, failed);
        }
    }

    private RuntimeException sorted(String service, WebApplicationException answered) {
        if (!CAN_REFUSE.contains(answered.getResponse().getStatus())) {
            return new NoAnswer(service, answered);
        }
        try {
            JsonNode problem = json.readTree(answered.getResponse().readEntity(String.class));
            String code = problem.path("code").asText("");
            return code.isEmpty() || NOT_OF_A_DOMAIN.contains(code)
                    ? new NoAnswer(service, answered)
                    : new Refusal(service, code, problem);
        } catch (JsonProcessingException | RuntimeException unreadable) {
            return new NoAnswer(service, unreadable);
        }
    }
}
