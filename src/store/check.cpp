// The checks, one function each; run in the order in which one makes the next worth running.
#include "store/check.h"

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "base/i18n.h"
#include "base/json.h"
#include "domain/catalog.h"
#include "store/inverse.h"
#include "store/row_stamps.h"

namespace leadkeep::store {
namespace {

constexpr int64_t stamps_a_step = 2000;
constexpr Uuid nil_id{};

}  // namespace

class DatabaseCheck::Checker {
public:
    Checker(Store& store, Portions portions) : connection_(store.reader()), identity_(store.identity()), portions_(portions) {
        add([this] { return plan_file(); });
    }

    Result<bool> step() {
        auto const work = std::move(open_.front());
        open_.pop_front();
        LK_CHECK(work());
        ++done_;
        return !open_.empty();
    }
    std::vector<Finding> findings_;
    size_t done_ = 0;
    size_t total() const { return done_ + open_.size(); }

private:
    using Work = std::function<Result<void>()>;
    void add(Work work) { open_.push_back(std::move(work)); }

    // First the file; whether the rest can be asked for at all shows in what it finds.
    Result<void> plan_file() {
        if (portions_ == Portions::whole) {
            add([this] { return check_file("PRAGMA integrity_check(20)"); });
        } else {
            auto query = LK_TRY(connection_.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"));
            while (LK_TRY(query.step()))
                add([this, sql = "PRAGMA integrity_check(" + quoted(query.text(0)) + ")"] { return check_file(sql); });
        }
        add([this] { return check_schema(); });
        add([this] { return plan_rows(); });
        return {};
    }

    Result<void> plan_rows() {
        // With a column missing, the queries below would fail instead of telling.
        if (damaged()) return {};
        LK_CHECK(read_devices());
        for (auto const& entity : all_entities()) {
            add([this, &entity] { return check_stamps(entity, nil_id); });
            for (auto const& one : entity.registers)
                for (auto const& column : one.columns) {
                    if (column.target != Entity::count_) add([this, &entity, &column] { return check_reference(entity, column); });
                    if (column.name == "owner_id") add([this, &entity] { return check_owners(entity); });
                }
        }
        add([this] { return check_json("event", "data"); });
        add([this] { return check_json("setting", "value"); });
        add([this] { return check_undo(); });
        return {};
    }

    static std::string quoted(std::string const& name) {
        std::string text = "\"";
        for (char const c : name) text.append(c == '"' ? 2 : 1, c);
        return text += '"';
    }

    void tell(Severity severity, std::string text, std::vector<std::string> args) {
        findings_.push_back({severity, std::move(text), std::move(args)});
    }
    bool damaged() const {
        for (auto const& finding : findings_)
            if (finding.severity == Severity::damage) return true;
        return false;
    }

    Result<void> check_file(std::string const& sql) {
        auto query = LK_TRY(connection_.prepare(sql));
        while (LK_TRY(query.step()))
            if (query.text_view(0) != "ok") tell(Severity::damage, tr_mark("The file is damaged: {0}."), {query.text(0)});
        return {};
    }

    Result<void> check_schema() {
        for (auto const& entity : all_entities()) {
            std::set<std::string> columns;
            auto query = LK_TRY(connection_.prepare("SELECT name FROM pragma_table_info(?1)"));
            query.bind(1, entity.table);
            while (LK_TRY(query.step())) columns.insert(query.text(0));
            std::set<std::string> wanted{"id", "stamps"};
            for (auto const& one : entity.registers)
                for (auto const& column : one.columns) wanted.emplace(column.name);
            for (auto const& column : wanted)
                if (!columns.contains(column))
                    tell(Severity::damage, tr_mark("The table {0} lacks the column {1}."), {std::string(entity.table), column});
        }
        return {};
    }

    Result<void> read_devices() {
        auto query = LK_TRY(connection_.prepare("SELECT number, device FROM device_number"));
        while (LK_TRY(query.step())) devices_.emplace(static_cast<uint32_t>(query.integer(0)), query.uuid(1));
        return {};
    }

    // What is wrong with these stamps; null if nothing is.
    char const* stamps_fault(std::span<uint8_t const> bytes, size_t register_count) const {
        auto const stamps = RowStamps::parse(bytes, register_count);
        if (!stamps) return tr_mark("{0} rows of {1} have stamps that cannot be read (the first: {2}).");
        for (size_t i = 0; i < register_count; ++i) {
            auto const stamp = stamps->of(static_cast<uint8_t>(i));
            auto const device = devices_.find(stamp.device_number);
            if (stamp.device_number != 0 && device == devices_.end())
                return tr_mark("{0} rows of {1} name a device that is not known here (the first: {2}).");
            if (device != devices_.end() && device->second == identity_.device && stamp.seq > identity_.last_seq)
                return tr_mark("{0} rows of {1} have a change of this device that it has not counted (the first: {2}).");
        }
        return nullptr;
    }

    // Some rows, then the next ones; the last portion tells.
    Result<void> check_stamps(EntityInfo const& entity, Uuid const& after) {
        auto query = LK_TRY(connection_.prepare("SELECT id, stamps FROM " + std::string(entity.table) + " WHERE id > ?1 ORDER BY id LIMIT ?2"));
        query.bind_blob(1, after.bytes).bind(2, stamps_a_step);
        auto& faults = stamp_faults_[entity.entity];
        int64_t rows = 0;
        Uuid last;
        for (; LK_TRY(query.step()); ++rows) {
            last = query.uuid(0);
            auto const* const fault = stamps_fault(query.blob(1), entity.registers.size());
            if (!fault) continue;
            auto& [count, first] = faults[fault];
            if (count++ == 0) first = last.to_string();
        }
        if (rows == stamps_a_step && after < last) {
            open_.push_front([this, &entity, last] { return check_stamps(entity, last); });
            return {};
        }
        for (auto const& [text, fault] : faults)
            tell(Severity::damage, text, {std::to_string(fault.first), std::string(entity.table), fault.second});
        return {};
    }

    Result<void> check_reference(EntityInfo const& entity, Column const& column) {
        std::string const name(column.name), target(info(column.target).table);
        auto query = LK_TRY(connection_.prepare("SELECT count(*) FROM " + std::string(entity.table) + " WHERE " + name +
                                                " IS NOT NULL AND " + name + " NOT IN (SELECT id FROM " + target + ")"));
        return tell_missing(query, entity.table, column.name);
    }

    // Parts and events name the table of their owner.
    Result<void> check_owners(EntityInfo const& entity) {
        std::string const from = "(SELECT count(*) FROM " + std::string(entity.table) + " WHERE owner_kind ";
        std::string sql = "SELECT 0", kinds;
        for (auto const& owner : all_entities()) {
            std::string const table(owner.table);
            sql += " + " + from + "= '" + table + "' AND owner_id NOT IN (SELECT id FROM " + table + "))";
            kinds += (kinds.empty() ? "'" : ", '") + table + "'";
        }
        auto query = LK_TRY(connection_.prepare(sql + " + " + from + "NOT IN (" + kinds + "))"));
        return tell_missing(query, entity.table, "owner_id");
    }

    Result<void> tell_missing(Statement& query, std::string_view table, std::string_view column) {
        auto const count = LK_TRY(query.step()) ? query.integer(0) : 0;
        if (count > 0)
            tell(Severity::remark, tr_mark("{0} rows of {1} refer by {2} to something that is not there."),
                 {std::to_string(count), std::string(table), std::string(column)});
        return {};
    }

    Result<void> check_json(std::string const& table, std::string const& column) {
        auto query = LK_TRY(connection_.prepare("SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL"));
        int64_t count = 0;
        while (LK_TRY(query.step())) count += !parse_json(query.text(0));
        if (count > 0)
            tell(Severity::damage, tr_mark("{0} rows of {1} hold JSON that cannot be read."), {std::to_string(count), table});
        return {};
    }

    Result<void> check_undo() {
        auto query = LK_TRY(connection_.prepare("SELECT inverse FROM undo_step"));
        int64_t damaged_steps = 0;
        while (LK_TRY(query.step())) damaged_steps += !Inverse::unpack(query.blob(0));
        if (damaged_steps > 0)
            tell(Severity::damage, tr_mark("{0} steps of Undo cannot be read."), {std::to_string(damaged_steps)});
        return {};
    }

    Connection& connection_;
    Identity const& identity_;
    Portions portions_;
    std::deque<Work> open_;
    std::map<uint32_t, Uuid> devices_;
    std::map<Entity, std::map<char const*, std::pair<int64_t, std::string>>> stamp_faults_;
};

DatabaseCheck::DatabaseCheck(Store& store, Portions portions) : checker_(std::make_unique<Checker>(store, portions)) {}
DatabaseCheck::~DatabaseCheck() = default;
Result<bool> DatabaseCheck::step() { return checker_->step(); }
size_t DatabaseCheck::done() const { return checker_->done_; }
size_t DatabaseCheck::total() const { return checker_->total(); }
std::vector<Finding> const& DatabaseCheck::findings() const { return checker_->findings_; }

std::string describe(Finding const& finding) { return leadkeep::describe(Error{ErrorKind::corrupt, finding.text, finding.args, {}}); }

Result<std::vector<Finding>> check(Store& store) {
    DatabaseCheck whole(store, DatabaseCheck::Portions::whole);
    while (LK_TRY(whole.step())) {
    }
    return whole.findings();
}

}  // namespace leadkeep::store
