-- Every row of a run paid for an index that only these need: refunds and disputes are looked for by their own id, suspects by their order.
drop index reconciliation_rows_by_object;
create index reconciliation_rows_by_object on reconciliation_rows (run_id, object_id) where side in ('REFUND', 'DISPUTE');
create index reconciliation_rows_suspects on reconciliation_rows (run_id, order_id) where side = 'SUSPECT';
