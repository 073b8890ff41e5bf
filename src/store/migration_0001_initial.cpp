// Schema version 1. Released migrations never change; a new one is appended to migrations.cpp.
#include "store/migrations.h"

namespace leadkeep::store {

// Synced tables hold what domain/catalog.h lists, the packed stamps first. No foreign keys and no UNIQUE beside the
// primary key: a merge may bring a reference before its target, and the same name from two devices.
char const* const migration_0001_initial = R"sql(
CREATE TABLE lead (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, created_at_ms INTEGER, created_zone TEXT, created_by BLOB, title TEXT,
    number TEXT, honorific TEXT, first_name TEXT, middle_name TEXT, last_name TEXT, birth_date TEXT,
    company_name TEXT, job_title TEXT, street TEXT, city TEXT, region TEXT, postcode TEXT, country TEXT,
    source_id BLOB, source_note TEXT, stage_id BLOB, stage_since_ms INTEGER, position_stage_id BLOB,
    position_key TEXT, amount_minor INTEGER, currency TEXT, product_interest TEXT, market_segment TEXT, budget TEXT,
    authority TEXT, need TEXT, time_frame TEXT, utm_source TEXT, utm_medium TEXT, utm_campaign TEXT,
    utm_content TEXT, utm_term TEXT, contact_id BLOB, company_id BLOB, repeat INTEGER, loss_reason_id BLOB,
    loss_note TEXT, postponed_until TEXT, postponed_reason TEXT, manager_id BLOB, comments TEXT, in_person INTEGER,
    converted_at_ms INTEGER, converted_contact_id BLOB, converted_company_id BLOB, converted_deal_id BLOB,
    merged_into BLOB, external_id TEXT,
    -- A place in a column counts only while the card is in that column.
    board_key TEXT GENERATED ALWAYS AS (CASE WHEN position_stage_id = stage_id THEN position_key ELSE '' END) VIRTUAL
) STRICT;
CREATE TABLE contact (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, created_at_ms INTEGER, created_zone TEXT, created_by BLOB,
    honorific TEXT, first_name TEXT, middle_name TEXT, last_name TEXT, birth_date TEXT, job_title TEXT, street TEXT,
    city TEXT, region TEXT, postcode TEXT, country TEXT, source_id BLOB, source_note TEXT, manager_id BLOB,
    comments TEXT, merged_into BLOB, external_id TEXT
) STRICT;
CREATE TABLE company (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, created_at_ms INTEGER, created_zone TEXT, created_by BLOB, name TEXT,
    industry TEXT, street TEXT, city TEXT, region TEXT, postcode TEXT, country TEXT, source_id BLOB,
    source_note TEXT, manager_id BLOB, comments TEXT, merged_into BLOB, external_id TEXT
) STRICT;
CREATE TABLE deal (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, created_at_ms INTEGER, created_zone TEXT, created_by BLOB, title TEXT,
    number TEXT, stage_id BLOB, stage_since_ms INTEGER, position_stage_id BLOB, position_key TEXT,
    amount_minor INTEGER, currency TEXT, close_date TEXT, probability_percent INTEGER, company_id BLOB,
    lead_id BLOB, repeat INTEGER, source_id BLOB, source_note TEXT, loss_reason_id BLOB, loss_note TEXT,
    postponed_until TEXT, postponed_reason TEXT, recur_every INTEGER, recur_unit TEXT, recur_next TEXT,
    manager_id BLOB, comments TEXT, merged_into BLOB, external_id TEXT,
    -- A place in a column counts only while the card is in that column.
    board_key TEXT GENERATED ALWAYS AS (CASE WHEN position_stage_id = stage_id THEN position_key ELSE '' END) VIRTUAL
) STRICT;
CREATE TABLE channel (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, owner_kind TEXT, owner_id BLOB, kind TEXT, type TEXT, value TEXT,
    normal TEXT, extension TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE activity (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, created_at_ms INTEGER, created_zone TEXT, created_by BLOB,
    owner_kind TEXT, owner_id BLOB, kind TEXT, subject TEXT, due_at_ms INTEGER, due_zone TEXT, duration_min INTEGER,
    reminder_min INTEGER, priority INTEGER, direction TEXT, result TEXT, done_at_ms INTEGER, manager_id BLOB
) STRICT, WITHOUT ROWID;
CREATE TABLE product_line (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, owner_kind TEXT, owner_id BLOB, product_id BLOB, name TEXT,
    price_minor INTEGER, currency TEXT, quantity REAL, discount_percent REAL, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE tag_link (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, owner_kind TEXT, owner_id BLOB, tag_id BLOB
) STRICT, WITHOUT ROWID;
CREATE TABLE custom_value (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, owner_kind TEXT, owner_id BLOB, field_id BLOB, value TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_company (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, contact_id BLOB, company_id BLOB, job_title TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE deal_contact (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, deal_id BLOB, contact_id BLOB, role TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE stage (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, board TEXT, key TEXT, name TEXT, colour TEXT, place TEXT, meaning TEXT,
    stall_limit_days INTEGER, required_fields TEXT, funnel_place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE source (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, key TEXT, name TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE loss_reason (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, key TEXT, name TEXT, place TEXT, needs_note INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE manager (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, name TEXT, email TEXT, colour TEXT, absent INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE tag (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, name TEXT, colour TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE product (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, name TEXT, price_minor INTEGER, currency TEXT, unit TEXT, code TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE custom_field (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, entity TEXT, name TEXT, type TEXT, options TEXT, place TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, key TEXT, value TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE device (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    deleted_at_ms INTEGER, deleted_by BLOB, name TEXT, manager_id BLOB
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
    id BLOB PRIMARY KEY NOT NULL, stamps BLOB NOT NULL,
    owner_kind TEXT, owner_id BLOB, kind TEXT, at_ms INTEGER, zone TEXT, manager_id BLOB, data TEXT
) STRICT, WITHOUT ROWID;

-- The board reads nothing else: a column's cards in order, and their sums. (An index on the generated column itself, or
-- without deleted_at_ms, would not be covering; SQLite then reads each card's row.)
CREATE INDEX lead_board ON lead(
    stage_id, (CASE WHEN position_stage_id = stage_id THEN position_key ELSE '' END), id, amount_minor, currency, deleted_at_ms
) WHERE deleted_at_ms IS NULL;
CREATE INDEX lead_postponed ON lead(postponed_until) WHERE postponed_until IS NOT NULL;
CREATE INDEX lead_contact ON lead(contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX lead_company ON lead(company_id) WHERE company_id IS NOT NULL;
CREATE INDEX deal_board ON deal(
    stage_id, (CASE WHEN position_stage_id = stage_id THEN position_key ELSE '' END), id, amount_minor, currency, deleted_at_ms
) WHERE deleted_at_ms IS NULL;
CREATE INDEX deal_postponed ON deal(postponed_until) WHERE postponed_until IS NOT NULL;
CREATE INDEX deal_company ON deal(company_id) WHERE company_id IS NOT NULL;
CREATE INDEX deal_lead ON deal(lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX channel_owner ON channel(owner_id);
CREATE INDEX channel_normal ON channel(normal) WHERE normal IS NOT NULL;
CREATE INDEX activity_owner ON activity(owner_id);
CREATE INDEX activity_due ON activity(due_at_ms) WHERE done_at_ms IS NULL AND deleted_at_ms IS NULL;
CREATE INDEX product_line_owner ON product_line(owner_id);
CREATE INDEX tag_link_owner ON tag_link(owner_id);
CREATE INDEX tag_link_tag ON tag_link(tag_id);
CREATE INDEX custom_value_owner ON custom_value(owner_id);
CREATE INDEX contact_company_contact ON contact_company(contact_id);
CREATE INDEX contact_company_company ON contact_company(company_id);
CREATE INDEX deal_contact_deal ON deal_contact(deal_id);
CREATE INDEX deal_contact_contact ON deal_contact(contact_id);
CREATE INDEX event_owner ON event(owner_id, at_ms);

-- From here on: this device's own tables, which no sync document carries.

-- dataset, device (ids), last_seq, min_reader.
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value ANY) STRICT, WITHOUT ROWID;
-- Stamps name devices by these numbers; 0 is the zero stamp's device and has no row.
CREATE TABLE device_number (number INTEGER PRIMARY KEY, device BLOB NOT NULL UNIQUE) STRICT;
-- Counters of numbers that a person reads ("A-17").
CREATE TABLE device_counter (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Commands of this device that can be undone (undone = 0) or redone (undone = 1, always the newest ones).
CREATE TABLE undo_step (
    step INTEGER PRIMARY KEY, undone INTEGER NOT NULL, label TEXT NOT NULL, label_args TEXT NOT NULL,
    at_ms INTEGER NOT NULL, inverse BLOB NOT NULL
) STRICT;
-- What is being typed and has not become a command yet.
CREATE TABLE draft (
    record BLOB NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, at_ms INTEGER NOT NULL, PRIMARY KEY (record, field)
) STRICT, WITHOUT ROWID;
-- For each device, the vector of seqs it had seen (a JSON object), and its own seq from which that vector held.
CREATE TABLE knowledge (
    device BLOB NOT NULL, seq INTEGER NOT NULL, vector TEXT NOT NULL, PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
-- The seq of each other device up to which everything has been received here.
CREATE TABLE received (device BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Rows and fields that a newer version sent: kept as they came, and sent on.
CREATE TABLE unknown_row (
    table_name TEXT NOT NULL, id BLOB NOT NULL, json TEXT NOT NULL, PRIMARY KEY (table_name, id)
) STRICT, WITHOUT ROWID;
-- Values that lost against a concurrent one, for the person to read and to swap.
CREATE TABLE conflict (
    number INTEGER PRIMARY KEY, table_name TEXT NOT NULL, id BLOB NOT NULL, register TEXT NOT NULL,
    lost_value TEXT NOT NULL, lost_stamp TEXT NOT NULL, won_stamp TEXT NOT NULL, at_ms INTEGER NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX conflict_row ON conflict(id);
)sql";

}  // namespace leadkeep::store
