alter table late_probe add column later text;
