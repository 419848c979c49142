-- Transparency logs that are believed when they say that something was signed while a certificate was valid.
alter table signature_verifiers add column logs_pem text not null default '';
