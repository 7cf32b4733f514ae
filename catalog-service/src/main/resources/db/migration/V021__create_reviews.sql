-- What buyers say about products. Whose it is, is forgotten when the person is erased; what was said stays, without a name.
create table product_reviews (
    id uuid not null,
    product_id uuid not null,
    customer_id uuid,
    rating int not null,
    title text,
    body text,
    author text,
    status text not null,
    reason text,
    answer text,
    answered_at timestamptz,
    -- As many as the review has votes; written with them.
    helpful int not null default 0,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint product_reviews_pk primary key (id),
    constraint product_reviews_product_fk foreign key (product_id) references products (id) on delete cascade,
    constraint product_reviews_one_each unique (product_id, customer_id),
    constraint product_reviews_rating_range check (rating between 1 and 5),
    constraint product_reviews_title_length check (length(title) between 1 and 120),
    constraint product_reviews_body_length check (length(body) between 1 and 5000),
    constraint product_reviews_author_length check (length(author) between 1 and 60),
    constraint product_reviews_author_known check ((author is null) = (customer_id is null)),
    constraint product_reviews_status_known check (status in ('pending', 'published', 'rejected')),
    constraint product_reviews_reason_told check ((reason is not null) = (status = 'rejected')),
    constraint product_reviews_reason_length check (length(reason) between 1 and 500),
    constraint product_reviews_answer_whole check ((answer is null) = (answered_at is null)),
    constraint product_reviews_answer_length check (length(answer) between 1 and 2000),
    constraint product_reviews_helpful_counted check (helpful >= 0),
    constraint product_reviews_version_positive check (version > 0)
);

-- The three orders of a product's page, the customer's own list, and the list of staff.
create index product_reviews_newest on product_reviews (product_id, created_at, id) where status = 'published';
create index product_reviews_best on product_reviews (product_id, rating, id) where status = 'published';
create index product_reviews_most_helpful on product_reviews (product_id, helpful, id) where status = 'published';
create index product_reviews_customer on product_reviews (customer_id, created_at, id) where customer_id is not null;
create index product_reviews_created on product_reviews (created_at, id);
create index product_reviews_updated on product_reviews (updated_at, id);
create index product_reviews_unpublished on product_reviews (status, created_at, id) where status <> 'published';

-- Who finds a review helpful, once each. An erased voter's id becomes one that nobody has, so that the count stays.
create table review_votes (
    review_id uuid not null,
    customer_id uuid not null,
    constraint review_votes_pk primary key (review_id, customer_id),
    constraint review_votes_review_fk foreign key (review_id) references product_reviews (id) on delete cascade
);

create index review_votes_customer on review_votes (customer_id);

-- Whose author must wait for staff also with a new review, because one was rejected or removed.
create table review_refusals (
    product_id uuid not null,
    customer_id uuid not null,
    constraint review_refusals_pk primary key (product_id, customer_id),
    constraint review_refusals_product_fk foreign key (product_id) references products (id) on delete cascade
);

create index review_refusals_customer on review_refusals (customer_id);

-- A person is erased from deleted products too.
create index deleted_products_content on deleted_products using gin (content jsonb_path_ops);

-- How many published reviews of a product have each number of stars, counted on in the transactions that publish, change and delete them.
create table product_ratings (
    product_id uuid not null,
    stars_1 int not null default 0,
    stars_2 int not null default 0,
    stars_3 int not null default 0,
    stars_4 int not null default 0,
    stars_5 int not null default 0,
    reviews int not null generated always as (stars_1 + stars_2 + stars_3 + stars_4 + stars_5) stored,
    -- In hundredths of a star; 0 when there are none.
    average int not null generated always as (coalesce(cast(round(
        100.0 * (stars_1 + 2 * stars_2 + 3 * stars_3 + 4 * stars_4 + 5 * stars_5)
        / nullif(stars_1 + stars_2 + stars_3 + stars_4 + stars_5, 0)) as int), 0)) stored,
    constraint product_ratings_pk primary key (product_id),
    constraint product_ratings_product_fk foreign key (product_id) references products (id) on delete cascade,
    constraint product_ratings_counted check (
        stars_1 >= 0 and stars_2 >= 0 and stars_3 >= 0 and stars_4 >= 0 and stars_5 >= 0)
);

-- Beside the ready body and not in it: a new rating writes two numbers, and the body, which is kept out of the row, stays where it is.
alter table storefront_products
    add column rating int not null default 0,
    add column reviews int not null default 0,
    -- The best average first, and of equal ones the one that more buyers stand for.
    add column rating_rank bigint not null generated always as (cast(rating as bigint) * 1000000000 + reviews) stored;

create index storefront_products_rating on storefront_products (currency, rating_rank, product_id);
