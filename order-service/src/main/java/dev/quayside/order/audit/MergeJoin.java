package dev.quayside.order.audit;

import java.util.Iterator;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks two lists that are sorted by id and visits each id once, with the row of the one, of the other, or of both. */
final class MergeJoin<A, B> {
    /** Sees one id; at least one of the rows is there. */
    @FunctionalInterface
    interface Visitor<A, B> {
        void visit(UUID id, @Nullable A one, @Nullable B other);
    }

    private final Iterator<A> ones;
    private final Function<A, UUID> idOfOne;
    private final Iterator<B> others;
    private final Function<B, UUID> idOfOther;

    MergeJoin(Iterator<A> ones, Function<A, UUID> idOfOne, Iterator<B> others, Function<B, UUID> idOfOther) {
        this.ones = ones;
        this.idOfOne = idOfOne;
        this.others = others;
        this.idOfOther = idOfOther;
    }

    void visit(Visitor<A, B> visitor) {
        A one = next(ones);
        B other = next(others);
        while (one != null || other != null) {
            int order = compare(one == null ? null : idOfOne.apply(one), other == null ? null : idOfOther.apply(other));
            A left = order <= 0 ? one : null;
            B right = order >= 0 ? other : null;
            if (left != null) {
                visitor.visit(idOfOne.apply(left), left, right);
                one = next(ones);
            } else if (right != null) {
                visitor.visit(idOfOther.apply(right), null, right);
            }
            if (right != null) {
                other = next(others);
            }
        }
    }

    /** As PostgreSQL sorts ids: byte by byte, unsigned, which {@link UUID#compareTo} does not. An ended list comes last. */
    static int compare(@Nullable UUID one, @Nullable UUID other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private static <T> @Nullable T next(Iterator<T> rows) {
        return rows.hasNext() ? rows.next() : null;
    }
}
