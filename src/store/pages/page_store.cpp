#include "store/pages/page_store.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/i18n.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "store/pages/page_errors.h"
#include "store/pages/page_follower.h"
#include "store/pages/page_loader.h"
#include "store/pages/page_snapshot.h"
#include "store/pages/page_vfs.h"
#include "store/pages/page_writer.h"

namespace leadkeep::store {

namespace {

using platform::StorageOutcome;
using platform::TabRole;

constexpr int most_load_tries = 4;
constexpr int load_again_ms = 300;
constexpr int note_every_ms = 2000;    // the sentinel
constexpr int announce_every_ms = 50;  // to the tabs that follow
constexpr int read_again_ms = 30;      // a statement was in its midst
constexpr int let_go_after_ms = 1500;  // another tab waits for the lock; unsaved changes have this long

// Whole characters of UTF-8.
std::string cut_note(std::string note) {
    if (note.size() <= most_note_bytes) return note;
    size_t size = most_note_bytes;
    while (size > 0 && (static_cast<uint8_t>(note[size]) & 0xC0) == 0x80) --size;
    note.resize(size);
    return note;
}

}  // namespace

// The tab's life with its file: who may write, when to read again, what to note where.
struct PageStore::Parts {
    Parts(std::string name, PageStoreEnvironment const& surroundings)
        : environment(surroundings),
          file(std::move(name)),
          writer(file.image(), environment.storage, environment.timers, environment.log_room_pages),
          follower(file, environment.storage, environment.timers) {
        set_up_following();
        file.access = [this] { return may_write() ? PageFile::Access::read_write : PageFile::Access::read_only; };
        file.committed = [this] { writer.committed(); };
        writer.state_changed = [this] { report_state(); };
        writer.stored = [this] { after_stored(); };
        writer.lost_right = [this] { after_lost_right(); };
    }

    bool may_write() const { return opened && !data_gone && !letting_go && writer.state().status != SaveStatus::read_only; }

    void later(int delay_ms, std::function<void()> call) {
        environment.timers.call_after(delay_ms, [alive = std::weak_ptr(this->alive), call = std::move(call)] {
            if (!alive.expired()) call();
        });
    }

    void report_state() {
        if (writer.state().status != SaveStatus::failing) unsaved_allowed = false;
        if (state_changed) state_changed(writer.state());
    }

    void set_role(TabRole now) {
        if (role == now) return;
        role = now;
        if (role_changed) role_changed(role);
    }

    // Opening -----------------------------------------------------------------------------------------------------

    void load(int tries_left, std::function<void(Loading)> on_loaded) {
        std::optional<platform::SentinelNote> const note = environment.sentinel.read();
        load_pages(environment.storage, note ? Uuid::parse(note->database_id) : std::nullopt, [this, still = std::weak_ptr(alive), tries_left, on_loaded = std::move(on_loaded)](Loading loading) {
            if (still.expired()) return;
            StorageOutcome const outcome = loading.outcome;
            bool const may_pass = outcome == StorageOutcome::connection || outcome == StorageOutcome::aborted ||
                                  outcome == StorageOutcome::timeout || outcome == StorageOutcome::full;
            if (may_pass && tries_left > 1) return later(load_again_ms, [=, this] { load(tries_left - 1, on_loaded); });
            on_loaded(std::move(loading));
        });
    }

    void finish_opening(Loading loading) {
        PageStoreInfo info;
        std::optional<platform::SentinelNote> const note = environment.sentinel.read();
        info.role = role;
        info.last_saved_ms = note ? note->saved_at_ms : 0;
        bool const was_something = note && note->seq > 0;
        bool const is_blocked = loading.outcome == StorageOutcome::unavailable && was_something;
        if (is_blocked) loading.whole = tl::unexpected(data_is_blocked());
        if (!loading.whole && (is_blocked || loading.outcome != StorageOutcome::unavailable)) {
            file.replace_image(std::move(loading.pages.image));  // for export_image() only: never opened, nothing can write on it
            is_damaged = loading.whole.error().kind == ErrorKind::corrupt;
            damage = std::move(loading.damage);
            if (!loading.pages.head_bytes.empty()) damaged_head = std::move(loading.pages.head_bytes);
            return on_ready(tl::unexpected(std::move(loading.whole).error()));
        }

        opened = true;
        LoadedPages& loaded = loading.pages;
        if (!loading.whole) {
            writer.stop(SaveStatus::memory_only, not_kept());
            set_role(TabRole::writer);
        } else if (loaded.head) {
            info.beginning = Beginning::existing;
            if (was_something && note->database_id == loaded.head->database_id.to_string() && note->seq > loaded.head->seq)
                info.lost_commits = note->seq - loaded.head->seq;
            take_in(std::move(loaded), role == TabRole::writer ? As::writer : As::follower);
        } else {
            data_gone = was_something && role == TabRole::writer;
            begin_empty();
        }
        if (data_gone) info.beginning = Beginning::data_gone;
        info.role = role;
        info.database_id = known.database_id;
        info.save_state = writer.state();
        on_ready(std::move(info));
        if (granted_early)
            granted();
        else if (announced_early && role != TabRole::writer)
            follower.follow();
    }

    void begin_empty() {
        known = Head{.database_id = platform::new_uuid()};
        if (role == TabRole::writer)
            writer.begin_empty(known.database_id);
        else
            writer.stop(SaveStatus::read_only, lost_to_another_tab());
    }

    // The image becomes what was loaded; as the writer, the right to write is claimed in the storage.
    enum class As : uint8_t { writer, follower };
    void take_in(LoadedPages loaded, As as) {
        if (changes_dropped && file.image().anything_dirty() && writer.state().last_committed > writer.state().last_durable)
            changes_dropped(writer.state().last_committed - writer.state().last_durable);
        known = *loaded.head;
        note_snapshots(loaded.layout.snapshots());
        file.replace_image(std::move(loaded.image));
        fell_behind = false;
        if (as == As::writer)
            writer.begin_from(known, std::move(loaded.head_bytes), std::move(loaded.layout));
        else
            writer.stop(SaveStatus::read_only, lost_to_another_tab());
    }

    // After each transaction ----------------------------------------------------------------------------------------

    void after_stored() {
        known = writer.head();
        note_snapshots(writer.snapshots());
        if (on_taken_over) {
            auto const done = std::exchange(on_taken_over, nullptr);
            letting_go = false;
            set_role(TabRole::writer);
            report_state();
            tell_content_changed();
            done({});
        }
        // By the clock and not by a timer: a hidden tab's timers come late, and another one may be looked at.
        double const now_ms = platform::monotonic_ms();
        bool const more_follows = writer.state().last_durable < writer.state().last_committed;
        if (role == TabRole::writer && (!more_follows || now_ms - announced_at_ms >= announce_every_ms)) {
            announced_at_ms = now_ms;
            environment.tabs.announce(known.seq);
        }
        if (!note_waits) {
            if (!noted_once) write_note();
            note_waits = true;
            later(note_every_ms, [this] {
                note_waits = false;
                write_note();
            });
        }
    }

    void write_note() {
        if (role != TabRole::writer || known.seq == 0 || !writer.is_writing()) return;
        noted_once = true;
        environment.sentinel.write({known.database_id.to_string(), known.seq, platform::now_ms()});
    }

    void flush() {
        writer.flush();
        write_note();
    }

    // Tabs ------------------------------------------------------------------------------------------------------------

    void listen_to_tabs() {
        environment.tabs.on_hidden([this] { flush(); });
        environment.tabs.on_lost([this] { give_up_writing(); });
        environment.tabs.on_announced([this](uint64_t seq) {
            if (!opened)
                announced_early = true;
            else if (role != TabRole::writer && seq != known.seq)
                follower.follow();
            else if (role == TabRole::writer && seq != known.seq)
                writer.verify_right();  // somebody writes: the loss of the lock was not heard, or there are no locks here
        });
        environment.tabs.on_release_wanted([this] { let_go(); });
        environment.tabs.on_granted([this] { granted(); });
    }

    void give_up_writing() {
        if (role != TabRole::writer || writer.state().status == SaveStatus::memory_only) return;
        writer.stop(SaveStatus::read_only, lost_to_another_tab());
        became_lost();
    }

    void became_lost() {
        fell_behind = true;  // unsaved changes of this tab are not in the storage
        letting_go = false;
        set_role(TabRole::lost);
        report_state();
        // The right may be lost again before the claim of it has landed.
        if (on_taken_over) std::exchange(on_taken_over, nullptr)(tl::unexpected(lost_to_another_tab()));
    }

    // Another tab wants to write: what is unsaved gets a moment, then the lock goes over in any case.
    void let_go() {
        if (role != TabRole::writer || letting_go) return;
        letting_go = true;
        auto const go = [this] {
            if (!letting_go) return;
            letting_go = false;
            give_up_writing();
            environment.tabs.release();
        };
        writer.when_saved([go](Result<> const&) { go(); });
        later(let_go_after_ms, go);
    }

    // The storage holds another tab's head. While the right was only being claimed and nothing was changed here yet,
    // reading again is all it takes; else this tab has lost.
    void after_lost_right() {
        bool const unclaimed = role == TabRole::writer && !writer.has_claimed() && writer.head().seq == file.image().last_commit();
        if (!unclaimed && !on_taken_over) return give_up_after_loss();
        if (++claims > most_load_tries) return give_up_after_loss();
        load(most_load_tries, [this](Loading loading) {
            if (!loading.whole || !loading.pages.head || !file.is_quiet()) return give_up_after_loss();
            take_in(std::move(loading.pages), As::writer);
            tell_content_changed();
        });
    }

    void give_up_after_loss() {
        became_lost();
        environment.tabs.release();
        follower.follow();
    }

    void take_over(std::function<void(Result<>)> on_done) {
        if (role == TabRole::writer && writer.is_writing() && writer.head().seq > 0) {
            call_when_taken_over(std::move(on_done));
            return writer.verify_right();
        }
        environment.tabs.take_over([this, on_done = std::move(on_done)](TabRole now) {
            if (now != TabRole::writer) return on_done(tl::unexpected(lost_to_another_tab()));
            begin_as_writer(on_done);
        });
    }

    // The right may come while it is being asked for: whoever waits for it is told.
    void call_when_taken_over(std::function<void(Result<>)> on_done) {
        on_taken_over = [earlier = std::move(on_taken_over), on_done = std::move(on_done)](Result<> const& taken) {
            if (earlier) earlier(taken);
            on_done(taken);
        };
    }

    // The writing tab has gone while this one waited.
    void granted() {
        if (opened)
            begin_as_writer([](Result<> const&) {});
        else
            granted_early = true;
    }

    // This tab holds the lock now: it reads what the last writer left, and claims the right in the storage.
    void begin_as_writer(std::function<void(Result<>)> on_done) {
        letting_go = true;  // no write before the claim has landed
        load(most_load_tries, [this, on_done = std::move(on_done)](Loading loading) {
            if (loading.whole) return begin_after_take_over(std::make_shared<LoadedPages>(std::move(loading.pages)), on_done);
            letting_go = false;
            environment.tabs.release();
            on_done(tl::unexpected(std::move(loading.whole).error()));
        });
    }

    void begin_after_take_over(std::shared_ptr<LoadedPages> loaded, std::function<void(Result<>)> on_done) {
        if (!file.is_quiet()) return later(read_again_ms, [=, this] { begin_after_take_over(loaded, on_done); });
        claims = 0;
        if (loaded->head) {
            call_when_taken_over(std::move(on_done));  // by after_stored, when the claim has landed
            return take_in(std::move(*loaded), As::writer);
        }
        // The other tab never saved anything: this one begins.
        letting_go = false;
        set_role(TabRole::writer);
        begin_empty();
        report_state();
        on_done({});
    }

    void set_up_following() {
        follower.follows = [this] { return role != TabRole::writer && !letting_go; };  // taking over reads everything itself
        follower.known = [this] { return fell_behind ? Head{} : known; };
        follower.load = [this](std::function<void(Loading)> on_loaded) { load(1, std::move(on_loaded)); };
        follower.take_in = [this](LoadedPages loaded) { take_in(std::move(loaded), As::follower); };
        follower.went_on = [this](Head head) { known = std::move(head); };
        follower.content_changed = [this] { tell_content_changed(); };
    }

    void tell_content_changed() {
        if (content_changed) content_changed();
    }

    // Snapshots -------------------------------------------------------------------------------------------------------

    static Snapshot shown(SnapshotRecord const& record) {
        return {record.seq, record.taken_at_ms, static_cast<SnapshotReason>(record.reason), uint64_t(record.page_count) * page_bytes, record.note};
    }

    void note_snapshots(std::vector<SnapshotRecord> const& records) {
        snapshots.clear();
        for (auto at = records.rbegin(); at != records.rend(); ++at) snapshots.push_back(shown(*at));
    }

    // The person gives up what is stored and damaged.
    void begin_over() {
        opened = true;
        is_damaged = false;
        known = Head{.database_id = platform::new_uuid()};
        file.replace_image({});
        if (role == TabRole::writer) return writer.begin_over(known.database_id, damaged_head);
        letting_go = true;
        environment.tabs.take_over([this](TabRole now) {
            letting_go = false;
            if (now != TabRole::writer) return;
            set_role(TabRole::writer);
            writer.begin_over(known.database_id, damaged_head);
            report_state();
        });
    }

    PageStoreEnvironment environment;
    PageFile file;
    PageWriter writer;
    PageFollower follower;
    Head known;  // the newest head that this tab has seen in the storage
    TabRole role = TabRole::follower;
    bool opened = false;
    bool data_gone = false;
    bool unsaved_allowed = false;
    bool letting_go = false;   // no new write: the right is on its way to another tab, or to this one
    bool fell_behind = false;  // the image is not what the storage holds: read everything
    bool is_damaged = false;   // the opening failed so; nothing is touched before start_afresh()
    Damage damage;
    std::optional<Bytes> damaged_head;
    std::vector<Snapshot> snapshots;
    double announced_at_ms = 0;
    bool announced_early = false;
    bool note_waits = false;
    bool noted_once = false;
    bool granted_early = false;
    int claims = 0;
    std::function<void(Result<PageStoreInfo>)> on_ready;
    std::function<void(Result<>)> on_taken_over;
    std::function<void(SaveState const&)> state_changed;
    std::function<void(TabRole)> role_changed;
    std::function<void()> content_changed;
    std::function<void(uint64_t)> changes_dropped;
    std::shared_ptr<int> alive = std::make_shared<int>();
};

PageStore::PageStore(std::string name, PageStoreEnvironment environment)
    : parts_(std::make_unique<Parts>(std::move(name), environment)) {}

PageStore::~PageStore() = default;

void PageStore::open(std::function<void(Result<PageStoreInfo>)> on_ready) {
    assert(!parts_->on_ready);
    Parts* const parts = parts_.get();
    parts->on_ready = std::move(on_ready);
    parts->listen_to_tabs();
    parts->environment.tabs.claim([parts, alive = std::weak_ptr(parts->alive)](TabRole role) {
        if (alive.expired()) return;
        parts->role = role;
        parts->load(most_load_tries, [parts](Loading loading) { parts->finish_opening(std::move(loading)); });
    });
}

char const* PageStore::vfs_name() { return page_vfs_name(); }
std::string const& PageStore::file_name() const { return parts_->file.name(); }

char const* PageStore::required_pragmas() {
    return "PRAGMA page_size=4096; PRAGMA journal_mode=MEMORY; PRAGMA locking_mode=NORMAL; PRAGMA cache_spill=OFF; "
           "PRAGMA temp_store=MEMORY; PRAGMA synchronous=OFF;";
}

Result<> PageStore::before_write() const {
    SaveState const& state = parts_->writer.state();
    if (!parts_->opened) return tl::unexpected(just_opening());
    if (parts_->data_gone) return tl::unexpected(data_is_gone());
    if (parts_->letting_go) return tl::unexpected(lost_to_another_tab());
    if (state.status == SaveStatus::read_only) return tl::unexpected(state.reason);
    if (state.status == SaveStatus::failing && !parts_->unsaved_allowed) return tl::unexpected(state.reason);
    return {};
}

void PageStore::next_commit_is_strict() { parts_->writer.next_commit_is_strict(); }
void PageStore::flush() { parts_->flush(); }
void PageStore::when_saved(std::function<void(Result<>)> on_saved) { parts_->writer.when_saved(std::move(on_saved)); }
SaveState const& PageStore::save_state() const { return parts_->writer.state(); }
void PageStore::on_state_changed(std::function<void(SaveState const&)> callback) { parts_->state_changed = std::move(callback); }

std::vector<uint8_t> PageStore::export_image() const {
    PageImage const& image = parts_->file.image();
    std::vector<uint8_t> bytes(image.size_bytes());
    image.read(0, bytes);
    return bytes;
}
uint64_t PageStore::image_bytes() const { return parts_->file.image().size_bytes(); }

TabRole PageStore::role() const { return parts_->role; }
void PageStore::request_take_over(std::function<void(Result<>)> on_done) { parts_->take_over(std::move(on_done)); }
void PageStore::on_role_changed(std::function<void(TabRole)> callback) { parts_->role_changed = std::move(callback); }
void PageStore::on_content_changed(std::function<void()> callback) { parts_->content_changed = std::move(callback); }

void PageStore::on_changes_dropped(std::function<void(uint64_t)> callback) { parts_->changes_dropped = std::move(callback); }

void PageStore::start_afresh() {
    parts_->data_gone = false;
    if (parts_->is_damaged) parts_->begin_over();
    parts_->report_state();
}

Damage const& PageStore::damage() const { return parts_->damage; }

std::vector<Snapshot> const& PageStore::snapshots() const { return parts_->snapshots; }

void PageStore::take_snapshot(SnapshotReason reason, std::string note, std::function<void(Result<Snapshot>)> on_taken) {
    SnapshotRecord wanted;
    wanted.taken_at_ms = platform::now_ms();
    wanted.reason = static_cast<uint8_t>(reason);
    wanted.note = cut_note(std::move(note));
    parts_->writer.take_snapshot(std::move(wanted), most_snapshots, [on_taken = std::move(on_taken)](Result<SnapshotRecord> taken) {
        if (taken) on_taken(Parts::shown(*taken));
        else on_taken(tl::unexpected(std::move(taken).error()));
    });
}

void PageStore::read_snapshot(uint64_t seq, std::function<void(Result<std::vector<uint8_t>>)> on_read) {
    load_snapshot(parts_->environment.storage, parts_->known.database_id, seq,
                  [alive = std::weak_ptr(parts_->alive), on_read = std::move(on_read)](Result<std::vector<uint8_t>> file) {
                      if (!alive.expired()) on_read(std::move(file));
                  });
}

Result<> PageStore::replace_file(std::span<uint8_t const> bytes) {
    LK_CHECK(before_write());
    if (bytes.empty() || bytes.size() % page_bytes != 0) return fail(ErrorKind::refused, tr_mark("This file is not a Leadkeep database."));
    if (!parts_->file.is_quiet()) return tl::unexpected(statement_runs());
    if (!parts_->file.image().become(bytes)) return fail(ErrorKind::storage, tr_mark("There is no memory left for this."));
    if (parts_->file.image().commit() == PageImage::Change::none) return {};
    parts_->file.note_image_changed();
    parts_->writer.next_commit_is_strict();
    parts_->writer.committed();
    return {};
}

void PageStore::continue_unsaved() {
    parts_->unsaved_allowed = true;
    parts_->report_state();
}

void PageStore::retry_now() { parts_->writer.retry_now(); }

}  // namespace leadkeep::store
