package dev.quayside.order.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.order.OrderProblem;
import java.util.Locale;
import java.util.Map;

/** A problem that ended a checkout, as it is kept with the order and with the key: the same caller gets it again. */
record StoredProblem(String code, String detail, Map<String, Object> extensions) {

    static String write(ProblemException problem, ObjectMapper json) {
        try {
            return json.writeValueAsString(new StoredProblem(
                    problem.code().code(), String.valueOf(problem.getMessage()), problem.extensions()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }

    static ProblemException read(String stored, ObjectMapper json) {
        try {
            StoredProblem problem = json.readValue(stored, StoredProblem.class);
            ProblemException read = new ProblemException(
                    OrderProblem.valueOf(problem.code().toUpperCase(Locale.ROOT)), problem.detail());
            problem.extensions().forEach(read::with);
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that was written can be read", e);
        }
    }
}
