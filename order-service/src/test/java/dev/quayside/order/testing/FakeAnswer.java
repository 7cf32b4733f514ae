package dev.quayside.order.testing;

import java.util.HashMap;
import java.util.Map;

/** What a fake service answers with. */
record FakeAnswer(int status, Object body) {
    static FakeAnswer ok(Object data) {
        return new FakeAnswer(200, Map.of("data", data, "page", Map.of("limit", 500)));
    }

    static FakeAnswer problem(int status, String code) {
        return problem(status, code, Map.of());
    }

    static FakeAnswer problem(int status, String code, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("code", code);
        body.put("status", status);
        return new FakeAnswer(status, body);
    }
}
