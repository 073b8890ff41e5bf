// The checks, one function each; run in the order in which one makes the next worth running.
#include "store/check.h"

#include <map>
#include <set>

#include "base/i18n.h"
#include "domain/catalog.h"
#include "store/inverse.h"
#include "store/row_stamps.h"

namespace leadkeep::store {
namespace {

class Checker {
public:
    explicit Checker(Store& store) : connection_(store.reader()), identity_(store.identity()) {}

    Result<std::vector<Finding>> run() {
        LK_CHECK(check_file());
        LK_CHECK(check_schema());
        // With a column missing, the queries below would fail instead of telling.
        if (damaged()) return std::move(findings_);
        LK_CHECK(read_devices());
        for (auto const& entity : all_entities()) {
            LK_CHECK(check_stamps(entity));
            LK_CHECK(check_references(entity));
        }
        LK_CHECK(check_owners());
        LK_CHECK(check_json("event", "data"));
        LK_CHECK(check_json("setting", "value"));
        LK_CHECK(check_undo());
        return std::move(findings_);
    }

private:
    void tell(Severity severity, std::string text, std::vector<std::string> args) {
        findings_.push_back({severity, std::move(text), std::move(args)});
    }
    bool damaged() const {
        for (auto const& finding : findings_)
            if (finding.severity == Severity::damage) return true;
        return false;
    }

    Result<void> check_file() {
        auto query = LK_TRY(connection_.prepare("PRAGMA integrity_check(20)"));
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

    Result<void> check_stamps(EntityInfo const& entity) {
        auto query = LK_TRY(connection_.prepare("SELECT id, stamps FROM " + std::string(entity.table)));
        std::map<char const*, std::pair<int64_t, std::string>> faults;
        while (LK_TRY(query.step())) {
            auto const* const fault = stamps_fault(query.blob(1), entity.registers.size());
            if (!fault) continue;
            auto& [count, first] = faults[fault];
            if (count++ == 0) first = query.uuid(0).to_string();
        }
        for (auto const& [text, fault] : faults)
            tell(Severity::damage, text, {std::to_string(fault.first), std::string(entity.table), fault.second});
        return {};
    }

    Result<void> check_references(EntityInfo const& entity) {
        for (auto const& one : entity.registers)
            for (auto const& column : one.columns) {
                if (column.target == Entity::count_) continue;
                std::string const name(column.name), target(info(column.target).table);
                auto query = LK_TRY(connection_.prepare("SELECT count(*) FROM " + std::string(entity.table) + " WHERE " + name +
                                                        " IS NOT NULL AND " + name + " NOT IN (SELECT id FROM " + target + ")"));
                LK_CHECK(tell_missing(query, entity.table, column.name));
            }
        return {};
    }

    // Parts and events name the table of their owner.
    Result<void> check_owners() {
        std::string owners;
        for (auto const& entity : all_entities()) {
            if (!owners.empty()) owners += " UNION ALL ";
            owners += "SELECT id, '" + std::string(entity.table) + "' AS kind FROM " + std::string(entity.table);
        }
        for (auto const& entity : all_entities())
            for (auto const& one : entity.registers)
                for (auto const& column : one.columns) {
                    if (column.name != "owner_id") continue;
                    auto query = LK_TRY(connection_.prepare("SELECT count(*) FROM " + std::string(entity.table) +
                                                            " WHERE (owner_id, owner_kind) NOT IN (" + owners + ")"));
                    LK_CHECK(tell_missing(query, entity.table, column.name));
                }
        return {};
    }

    Result<void> tell_missing(Statement& query, std::string_view table, std::string_view column) {
        auto const count = LK_TRY(query.step()) ? query.integer(0) : 0;
        if (count > 0)
            tell(Severity::remark, tr_mark("{0} rows of {1} refer by {2} to something that is not there."),
                 {std::to_string(count), std::string(table), std::string(column)});
        return {};
    }

    Result<void> check_json(std::string const& table, std::string const& column) {
        auto query = LK_TRY(connection_.prepare("SELECT count(*) FROM " + table + " WHERE NOT coalesce(json_valid(" + column + "), 1)"));
        auto const count = LK_TRY(query.step()) ? query.integer(0) : 0;
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
    std::map<uint32_t, Uuid> devices_;
    std::vector<Finding> findings_;
};

}  // namespace

std::string describe(Finding const& finding) { return leadkeep::describe(Error{ErrorKind::corrupt, finding.text, finding.args, {}}); }

Result<std::vector<Finding>> check(Store& store) { return Checker(store).run(); }

}  // namespace leadkeep::store
