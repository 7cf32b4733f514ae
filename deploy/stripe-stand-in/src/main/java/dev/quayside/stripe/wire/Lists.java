package dev.quayside.stripe.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.store.Page;
import dev.quayside.stripe.store.Selection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists as Stripe pages them: newest first, by cursors that are ids, 10 a page unless asked for 1–100. */
public final class Lists {
    private static final Set<String> PAGING = Set.of("limit", "starting_after", "ending_before", "created");

    private Lists() {}

    /** Reads paging, {@code created} and the filters that equal a field of the same name. */
    public static Selection selection(Documents documents, Call call, String... filters) {
        return selection(documents, call, Set.of(), filters);
    }

    /** As above, where the endpoint knows more parameters, which it applies itself. */
    public static Selection selection(Documents documents, Call call, Set<String> others, String... filters) {
        Set<String> known = new HashSet<>(PAGING);
        known.addAll(others);
        known.addAll(Set.of(filters));
        Params params = call.params().only(known);
        Selection selection = Selection.first(limit(params))
                .from(cursor(documents, params, "starting_after"), cursor(documents, params, "ending_before"));
        selection = created(selection, params);
        for (String filter : filters) {
            selection = selection.where(filter, params.text(filter));
        }
        return selection;
    }

    public static ObjectNode answer(Documents documents, Call call, Selection selection) {
        Page page = documents.page(selection);
        ArrayNode data = Json.array();
        page.items().forEach(item -> data.add(item.wire()));
        ObjectNode list = Json.object();
        list.put("object", "list").set("data", data);
        return list.put("has_more", page.hasMore()).put("url", call.path());
    }

    private static int limit(Params params) {
        Long limit = params.integer("limit");
        if (limit != null && (limit < 1 || limit > 100)) {
            throw ApiError.invalid(null, "limit", "Invalid integer: limit must be between 1 and 100.");
        }
        return limit == null ? 10 : limit.intValue();
    }

    private static @Nullable String cursor(Documents documents, Params params, String name) {
        String id = params.text(name);
        if (id != null && documents.find(id).isEmpty()) {
            throw ApiError.missingReference(documents.object(), name, id);
        }
        return id;
    }

    private static Selection created(Selection selection, Params params) {
        if (!params.tree().path("created").isObject()) {
            Long at = params.integer("created");
            return at == null ? selection : selection.created(at, at);
        }
        Params range = params.inner("created").only("gt", "gte", "lt", "lte");
        long from = Math.max(bound(range, "gte", Long.MIN_VALUE, 0), bound(range, "gt", Long.MIN_VALUE, 1));
        long to = Math.min(bound(range, "lte", Long.MAX_VALUE, 0), bound(range, "lt", Long.MAX_VALUE, -1));
        return selection.created(from, to);
    }

    private static long bound(Params range, String name, long none, int step) {
        Long value = range.integer(name);
        return value == null ? none : value + step;
    }
}
