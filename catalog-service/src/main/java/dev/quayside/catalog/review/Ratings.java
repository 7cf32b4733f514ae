package dev.quayside.catalog.review;

import dev.quayside.catalog.storefront.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Counts the stars of published reviews, in the transaction of each change. The product is locked by then. */
@ApplicationScoped
class Ratings {
    private static final String COUNT = """
            update product_ratings set
                stars_1 = stars_1 + cast(:after = 1 as int) - cast(:before = 1 as int),
                stars_2 = stars_2 + cast(:after = 2 as int) - cast(:before = 2 as int),
                stars_3 = stars_3 + cast(:after = 3 as int) - cast(:before = 3 as int),
                stars_4 = stars_4 + cast(:after = 4 as int) - cast(:before = 4 as int),
                stars_5 = stars_5 + cast(:after = 5 as int) - cast(:before = 5 as int)
            where product_id = :product""";

    private final EntityManager database;
    private final ReadModel readModel;

    Ratings(EntityManager database, ReadModel readModel) {
        this.database = database;
        this.readModel = readModel;
    }

    /** Counts that a review had so many stars and has so many now; none, 0, is one that is not published. */
    @Transactional(TxType.MANDATORY)
    void count(UUID product, int before, int after) {
        if (before == after) {
            return;
        }
        database.createNativeQuery("insert into product_ratings (product_id) values (:product) on conflict do nothing")
                .setParameter("product", product)
                .executeUpdate();
        int counted = database.createNativeQuery(COUNT)
                .setParameter("before", before)
                .setParameter("after", after)
                .setParameter("product", product)
                .executeUpdate();
        if (counted != 1) {
            throw new IllegalStateException("the ratings of product " + product + " are " + counted + " rows");
        }
        readModel.ratingChanged(product);
    }
}
