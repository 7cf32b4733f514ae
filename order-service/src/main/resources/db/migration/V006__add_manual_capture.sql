-- How the money is taken: at once, or authorised at checkout and captured when the shop asks for it. Fixed when the order is placed.
alter table orders
    add column capture text not null default 'automatic',
    -- What the issuer has granted at most, and until when; remembered when the grant is gone.
    add column authorized bigint not null default 0,
    add column capture_before timestamptz,
    -- What the shop has asked to be captured; stored before any call, once for an order unless it is refused for good.
    add column capture_amount bigint,
    add column capture_requested_at timestamptz,
    add column capture_failure text,
    add constraint orders_capture_known check (capture in ('automatic', 'manual')),
    add constraint orders_authorized_not_negative check (authorized >= 0),
    add constraint orders_capture_asked_with_time check ((capture_amount is null) = (capture_requested_at is null)),
    add constraint orders_capture_within_authorized check
        (capture_amount is null or (capture = 'manual' and capture_amount between 1 and authorized));
alter table orders
    alter column capture drop default,
    alter column authorized drop default;

alter table orders drop constraint orders_payment_state_known;
alter table orders add constraint orders_payment_state_known check
    (payment_state in ('pending', 'open', 'authorized', 'captured', 'canceled'));
alter table orders drop constraint orders_cancel_reason_known;
alter table orders add constraint orders_cancel_reason_known check (cancel_reason in
    ('customer', 'staff', 'expired', 'payment_canceled', 'authorization_expired'));

-- An order goes ahead on its money, or on the issuer's word for all of it.
alter table orders drop constraint orders_confirmed_when_captured;
alter table orders add constraint orders_confirmed_when_secured check
    (status not in ('confirmed', 'completed') or captured = total or (capture = 'manual' and authorized = total));
