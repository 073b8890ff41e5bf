// What a workspace keeps between two frames: snapshots and what makes them stale. Only workspace*.cpp include this.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <unordered_map>

#include "app/board_model.h"
#include "app/command_context.h"
#include "app/sliced_command.h"
#include "app/record_index.h"
#include "app/workspace.h"
#include "base/i18n.h"

namespace leadkeep::app {

struct CachedFace {
    CardFace face;
    uint64_t used = 0;         // when, by a counter: the longest unused go first
    int64_t read_minute = -1;  // texts such as "overdue 5 min" hold for a minute
};
struct CachedClient {
    ClientFace face;
    uint64_t used = 0;
    bool read = false;
};
struct CachedRecord {
    Result<RecordView> view;
    int64_t read_minute = -1;
};
struct CachedList {
    std::vector<ListRow> rows;
    bool fresh = false;
};

struct Workspace::State {
    std::unique_ptr<store::Store> store;
    Lists lists;
    BoardModel leads{Board::leads}, deals{Board::deals};
    std::unordered_map<Uuid, CachedFace> faces;
    uint64_t face_uses = 0;
    std::map<RecordRef, CachedRecord> records;
    std::unordered_map<Uuid, CachedClient> clients;
    CachedList trash;
    std::optional<std::vector<std::string>> tags;
    std::map<Entity, int64_t> counts;
    RecordIndex index;
    struct Stalled {
        uint64_t version = 0;  // of the board
        int64_t day = 0;
        std::optional<int64_t> count;
    };
    std::map<Board, Stalled> stalled;
    std::optional<store::UndoState> undo;
    struct Conflicts {
        uint64_t revision = 0;
        int64_t count = 0;
        std::optional<std::vector<ConflictView>> shown;
    } conflicts;
    struct Devices {
        uint64_t revision = 0;
        DevicesView view;
    } devices;

    struct Today {
        int64_t minute = -1;
        std::string iso;
    } today;

    uint64_t revision = 1;
    uint64_t seen_store_revision = 0;
    bool everything_stale = true;
    Language language = Language::english;

    std::map<std::pair<Uuid, std::string>, std::string> drafts;
    std::map<std::pair<Uuid, std::string>, bool> unwritten_drafts;  // typed while a job had the writer; true: erase

    std::unique_ptr<Job> job;
    SlicedJob const* sliced = nullptr;  // the job, where it carries out a command
    std::deque<Command> queue;

    BoardModel& board(Board which) { return which == Board::leads ? leads : deals; }
    // Before every query: drops what a change since has made stale.
    void catch_up();
    void forget(Touched const& touched);
    void forget_everything();
    Result<Outcome> carry_out_now(Command const& command);
    void write_drafts();
    // The day by the person's clock, as YYYY-MM-DD.
    std::string const& day();
};

}  // namespace leadkeep::app
