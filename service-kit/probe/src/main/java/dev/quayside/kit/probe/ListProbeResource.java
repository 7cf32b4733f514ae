package dev.quayside.kit.probe;

import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A list of the numbers 0 to 249. */
@Path("/v1/probe/numbers")
public class ListProbeResource {
    private static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("value", "-value"), Set.of("even"), Set.of("options"), Map.of("newest", "-value"));
    private static final UUID NO_ID = new UUID(0, 0);

    @GET
    @PermitAll
    public Page<Integer> list(@Context UriInfo uri) {
        ListQuery query = ListQuery.parse(uri, ALLOWED);
        int after =
                query.cursor() == null ? -1 : Integer.parseInt(query.cursor().key());
        List<Integer> rows = IntStream.range(0, 250)
                .filter(n -> n > after)
                .skip(query.offset())
                .limit(query.limit() + 1L)
                .boxed()
                .toList();
        return query.page(rows, 250, last -> new Cursor(query.sort(), last.toString(), NO_ID), uri);
    }
}
