package dev.quayside.order.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All rows of a paged list, by id ascending, one page in memory at a time. */
final class Pages<T> implements Iterator<T> {
    private static final int PAGE = 500;

    private final BiFunction<@Nullable UUID, Integer, List<T>> source;
    private final Function<T, UUID> idOf;
    private Iterator<T> page = List.<T>of().iterator();
    private @Nullable UUID last;
    private boolean ended;

    Pages(BiFunction<@Nullable UUID, Integer, List<T>> source, Function<T, UUID> idOf) {
        this.source = source;
        this.idOf = idOf;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !ended) {
            List<T> rows = source.apply(last, PAGE);
            ended = rows.size() < PAGE;
            page = rows.iterator();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T row = page.next();
        last = idOf.apply(row);
        return row;
    }
}
