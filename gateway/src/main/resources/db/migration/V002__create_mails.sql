-- Mails that are to be sent; a row goes when its mail has gone. subject_id: whom it is about, in kinds whose link acts for somebody.
create table mails (
    id uuid not null,
    kind text not null,
    recipient text not null,
    subject_id uuid not null,
    created_at timestamptz not null,
    constraint mails_pk primary key (id),
    constraint mails_recipient_length check (char_length(recipient) between 3 and 254),
    constraint mails_kind_known check (kind in
        ('VERIFY_EMAIL', 'CHANGE_EMAIL', 'EMAIL_CHANGE_ASKED', 'RESET_PASSWORD', 'PASSWORD_CHANGED', 'SIGN_IN_STOLEN',
            'ACCOUNT_DELETED'))
);

create index mails_subject on mails (subject_id);

-- What stands in the links of mails: made when a mail is sent, kept as its SHA-256, deleted by its one use.
create table mail_tokens (
    hash text not null,
    kind text not null,
    subject_id uuid not null,
    email text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    constraint mail_tokens_pk primary key (hash),
    constraint mail_tokens_hash_form check (hash ~ '^[0-9a-f]{64}$'),
    constraint mail_tokens_kind_known check (kind in ('VERIFY_EMAIL', 'CHANGE_EMAIL', 'RESET_PASSWORD')),
    constraint mail_tokens_time_order check (expires_at > issued_at)
);

create index mail_tokens_subject on mail_tokens (subject_id);
create index mail_tokens_expires on mail_tokens (expires_at);
