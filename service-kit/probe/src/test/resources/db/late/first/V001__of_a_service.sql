create table late_probe (id uuid not null);
