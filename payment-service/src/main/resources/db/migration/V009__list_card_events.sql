-- Events about saved cards are a list of their own: Stripe takes 20 types at most in one.
alter table stripe_listings drop constraint stripe_listings_name_known,
    add constraint stripe_listings_name_known check
        (name in ('EVENTS', 'CARD_EVENTS', 'REFUNDS', 'DISPUTES', 'INTENTS'));
