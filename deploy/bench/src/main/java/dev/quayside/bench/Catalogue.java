package dev.quayside.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Makes a large catalogue: the rows of products with variants, prices and stock are written in SQL, and for the storefront a mark that the
 * service makes its rows of by itself. What it knows of the schema is in the statements here alone.
 */
final class Catalogue implements AutoCloseable {
    private static final int BATCH = 2_000;

    /** How many products the small catalogue has. */
    static final int SMALL = 1_000;

    /** How many categories named bench-1, bench-2, … there have to be. */
    static final int CATEGORIES = 50;

    private static final String[] MAKE = {"""
        insert into products (id, slug, title, description, status, version, created_at, updated_at, brand, tags, attributes)
        select uuidv7(), 'bench-p-' || n,
            (array['Harbour', 'Storm', 'Galley', 'Linen', 'Enamel', 'Deck', 'Canvas', 'Wool'])[1 + n %% 8] || ' '
                || (array['mug', 'kettle', 'lantern', 'jacket', 'jumper', 'cap', 'knife', 'tote', 'lamp', 'shirt'])[1 + n / 8 %% 10] || ' ' || n,
            repeat('Made for long days on the water; washed, worn and mended. ', 4), 'active', 1, clock_timestamp(), clock_timestamp(),
            'Maker ' || n %% 150, array['tag ' || n %% 20, 'mark ' || n %% 13],
            jsonb_build_array(jsonb_build_object('name', 'material', 'value', (array['steel', 'wool', 'linen', 'oak'])[1 + n %% 4]))
        from generate_series(%2$d, %3$d) n""", """
        insert into stock_levels (sku, on_hand, reserved)
        select 'BENCH-' || n || '-' || v, (n * 7 + v) %% 20, 0 from generate_series(%2$d, %3$d) n, generate_series(1, 2 + n %% 2) v""", """
        insert into location_levels (sku, location, on_hand, reserved)
        select 'BENCH-' || n || '-' || v, 'main', (n * 7 + v) %% 20, 0 from generate_series(%2$d, %3$d) n, generate_series(1, 2 + n %% 2) v""", """
        insert into stock_movements (id, sku, kind, delta, reason, created_at)
        select gen_random_uuid(), s.sku, 'opened', s.on_hand, 'bench', now() from stock_levels s
        join (select 'BENCH-' || n || '-' || v as sku from generate_series(%2$d, %3$d) n, generate_series(1, 2 + n %% 2) v) b using (sku)
        where s.on_hand > 0""", """
        insert into variants (id, product_id, sku, options, position)
        select gen_random_uuid(), p.id, 'BENCH-' || n || '-' || v, jsonb_build_object(
            'color', (array['Blue', 'Red', 'Green', 'Black', 'White'])[1 + n %% 5], 'size', (array['S', 'M', 'L'])[v]), v - 1
        from generate_series(%2$d, %3$d) n join products p on p.slug = 'bench-p-' || n, generate_series(1, 2 + n %% 2) v""", """
        insert into prices (variant_id, currency, amount)
        select v.id, 'EUR', 500 + 100 * (n * 31 %% 190) from generate_series(%2$d, %3$d) n join products p on p.slug = 'bench-p-' || n
        join variants v on v.product_id = p.id""", """
        insert into product_categories (product_id, position, category_id)
        select p.id, 0, c.id from generate_series(%2$d, %3$d) n join products p on p.slug = 'bench-p-' || n
        join categories c on c.slug = 'bench-' || 1 + n %% %1$d""", """
        insert into storefront_products (product_id, currency, slug, title_key, search, price, in_stock, created_at, body)
        select p.id, 'EUR', p.slug, '', '', 0, false, p.created_at, '{}' from generate_series(%2$d, %3$d) n
        join products p on p.slug = 'bench-p-' || n"""};

    private final Connection catalog;

    Catalogue(Options options) throws IOException, SQLException {
        Properties secrets = new Properties();
        try (Reader text = Files.newBufferedReader(options.data().resolve("secrets.properties"))) {
            secrets.load(text);
        }
        catalog =
                DriverManager.getConnection(options.database(), "catalog", secrets.getProperty("database.catalog", ""));
        catalog.setAutoCommit(false);
    }

    /** Adds what is missing up to so many products, and waits until the storefront shows them. */
    void grow(int products) throws SQLException, InterruptedException {
        for (int from = products() + 1; from <= products; from += BATCH) {
            int to = Math.min(products, from + BATCH - 1);
            for (String statement : MAKE) {
                execute(statement.formatted(CATEGORIES, from, to));
            }
            catalog.commit();
            System.out.printf("\r%d products", to);
        }
        System.out.println();
        for (long left = unmade(); left > 0; left = unmade()) {
            System.out.printf("\r%d storefront rows to make ", left);
            TimeUnit.SECONDS.sleep(2);
        }
        System.out.println();
        // As the server does by itself after a while.
        execute(
                "analyze storefront_products, products, variants, prices, stock_levels, location_levels, product_categories, categories");
        catalog.commit();
    }

    /** How many it has made, at this time or before. */
    int products() throws SQLException {
        return (int) count("slug like 'bench-p-%'");
    }

    private long unmade() throws SQLException {
        return count("layout = ''");
    }

    private long count(String condition) throws SQLException {
        try (PreparedStatement sql =
                        catalog.prepareStatement("select count(*) from storefront_products where " + condition);
                ResultSet row = sql.executeQuery()) {
            row.next();
            long found = row.getLong(1);
            catalog.commit();
            return found;
        }
    }

    private void execute(String statement) throws SQLException {
        try (PreparedStatement sql = catalog.prepareStatement(statement)) {
            sql.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        catalog.close();
    }
}
