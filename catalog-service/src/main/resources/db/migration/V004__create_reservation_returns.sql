-- How many of a line's units are back: all of them once the reservation is returned, some of them by single returns.
alter table reservation_lines add column returned bigint not null default 0;
update reservation_lines l set returned = l.quantity
    from reservations r where r.id = l.reservation_id and r.status = 'returned';
alter table reservation_lines add constraint reservation_lines_returned_range check (returned between 0 and quantity);

-- Some units of a committed reservation that came back. The id is the caller's, and what it brought back never changes.
create table reservation_returns (
    id uuid not null,
    reservation_id uuid not null,
    created_at timestamptz not null,
    constraint reservation_returns_pk primary key (id),
    constraint reservation_returns_reservation_fk foreign key (reservation_id) references reservations (id)
);

create table reservation_return_lines (
    return_id uuid not null,
    sku text not null,
    reservation_id uuid not null,
    quantity bigint not null,
    constraint reservation_return_lines_pk primary key (return_id, sku),
    constraint reservation_return_lines_return_fk foreign key (return_id) references reservation_returns (id),
    constraint reservation_return_lines_line_fk foreign key (reservation_id, sku)
        references reservation_lines (reservation_id, sku),
    constraint reservation_return_lines_quantity_positive check (quantity > 0)
);

alter table stock_movements
    add column return_id uuid,
    add constraint stock_movements_return_fk foreign key (return_id) references reservation_returns (id),
    add constraint stock_movements_return_returns check (return_id is null or kind = 'returned');

-- A reservation takes a sku out once; it comes back once by each return, and once by the return of all that is left.
drop index stock_movements_reservation_once;
create unique index stock_movements_reservation_once
    on stock_movements (reservation_id, sku, kind, coalesce(return_id, reservation_id))
    where reservation_id is not null;
