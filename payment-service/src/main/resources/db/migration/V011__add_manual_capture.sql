-- A payment can be authorised at checkout and captured later, once, all of it or a part.
alter table payments
    add column capture text not null default 'AUTOMATIC',
    -- What the issuer has granted; it stays after the capture.
    add column authorized bigint not null default 0,
    -- When the grant ends. Null when there is nothing that could be captured.
    add column capture_before timestamptz,
    -- What is to be captured, or was: stored before Stripe is called, taken back when it refuses.
    add column capture_asked bigint,
    drop constraint payments_status_known,
    add constraint payments_status_known check (status in ('PENDING', 'OPEN', 'AUTHORIZED', 'CAPTURED', 'CANCELED')),
    add constraint payments_capture_known check (capture in ('AUTOMATIC', 'MANUAL'));

update payments set authorized = captured where captured > 0;

alter table payments
    add constraint payments_captured_within_authorized check (captured <= authorized),
    add constraint payments_authorized_has_end check ((status = 'AUTHORIZED') = (capture_before is not null)),
    add constraint payments_capture_asked_within_authorized
        check (capture_asked is null or (capture_asked > 0 and capture_asked <= authorized));

alter table payment_transactions drop constraint payment_transactions_kind_known,
    add constraint payment_transactions_kind_known check (kind in (
        'AUTHORISED', 'CAPTURED', 'RELEASED', 'CANCELED', 'REFUND_REQUESTED', 'REFUNDED', 'REFUND_FAILED',
        'REFUND_REVERSED', 'DISPUTE_OPENED', 'DISPUTE_WON', 'DISPUTE_LOST', 'FUNDS_WITHDRAWN', 'FUNDS_REINSTATED',
        'FEE'));

alter table payment_operations drop constraint payment_operations_kind_known,
    add constraint payment_operations_kind_known check (kind in
        ('OPEN', 'CAPTURE', 'CANCEL', 'REFUND', 'CANCEL_ORPHAN', 'CREATE_CUSTOMER', 'CREATE_SETUP', 'DETACH_CARD'));
