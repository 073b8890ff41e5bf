// A record as its card shows it: the compact face on a board, and the whole record.
// Limits: reads one record and its parts; the workspace keeps what was read until something changes.
#pragma once

#include "app/lists.h"
#include "app/snapshots.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/queries/rows.h"

namespace leadkeep::app {

Result<CardFace> read_card_face(store::Connection& connection, Lists const& lists, RecordRef record, int64_t now_ms);
Result<ClientFace> read_client_face(store::Connection& connection, Lists const& lists, RecordRef client);
Result<RecordView> read_record_view(store::Connection& connection, Lists const& lists, RecordRef record,
                                    int64_t now_ms);
// The sections of a form without a record.
std::vector<SectionView> blank_sections(Lists const& lists, Entity entity);

// What both are made of.
struct CardFacts {
    store::Row row;
    std::vector<store::Row> channels;  // best way to reach first
    int contacts_made = 0;
    int score = 0;
    std::vector<std::string> score_lines;
    std::vector<PillView> pills;  // most urgent first
    bool reachable = true;
};
Result<CardFacts> read_card_facts(store::Connection& connection, Lists const& lists, store::Row row, int64_t now_ms);

}  // namespace leadkeep::app
