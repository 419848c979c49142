-- What is inside the images, by the digest that runs: an image has one content under however many names.
create table image_contents (
    id             int generated always as identity primary key,
    digest         text not null unique,                 -- of the manifest of the platform that runs
    config_digest  text not null,
    source         text not null,                        -- who looked: central, sensor, or what was uploaded
    scanner        text not null,                        -- the program and version that looked
    scanned_at     timestamptz not null,                 -- the last look
    first_scanned_at timestamptz not null,
    os_id          text not null,                        -- empty = none recognised
    os_version     text not null,
    os_name        text not null,
    created_at     timestamptz,                          -- when the image was built, null = not said
    size           bigint not null,                      -- bytes of its layers as they are stored
    complete       boolean not null,                     -- false = something could not be read: nothing found is then unknown
    package_count  int not null,
    secret_count   int not null,
    document       bytea not null                        -- all that was found, zstd of JSON
);
create index image_contents_config on image_contents (config_digest);
create index images_digest on images (digest) where digest is not null;

-- One row for each package in one version, however many images have it: matching works on these.
create table packages (
    id             int generated always as identity primary key,
    type           text not null,                        -- engine.image.PackageType
    distribution   text not null,                        -- debian:12; empty for those that come with no distribution
    name           text not null,
    version        text not null,
    arch           text not null,
    purl           text not null,
    source_name    text not null,
    source_version text not null
);
create unique index packages_same on packages (name, version, type, distribution, arch, source_name, source_version, purl);
-- An advisory speaks of a distribution's source package, else of the package.
create index packages_source on packages (source_name, distribution) where source_name <> '';

create table image_packages (
    package_id     int not null,
    content_id     int not null references image_contents on delete cascade,
    primary key (package_id, content_id)
);
create index image_packages_of_content on image_packages (content_id, package_id);
