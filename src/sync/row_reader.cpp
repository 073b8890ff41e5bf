// Reads rows. A fault is told with the place of the member that it is in.

#include "base/i18n.h"
#include "base/json.h"
#include "sync/row.h"
#include "sync/stamp_json.h"

namespace leadkeep::sync {
namespace {

// Where a member of the row's JSON text begins, for error messages; the row's own place if it can't be found.
size_t member_offset(Frame const& frame, std::string_view outer, std::string_view inner = {}) {
    auto const find = [&](std::string_view name, size_t from) {
        auto const found = frame.text.find("\"" + std::string(name) + "\"", from);
        return found == std::string_view::npos ? from : found;
    };
    size_t const at = find(outer, 0);
    return frame.offset + (inner.empty() ? at : find(inner, at));
}

bool read_value(Column const& column, Json const& json, Value& value) {
    if (json.is_null()) return true;
    switch (column.type) {
        case ColumnType::text:
            if (!json.is_string()) return false;
            // Cleared has one spelling in the store: NULL, never an empty text.
            if (!json.get_ref<std::string const&>().empty()) value = json.get<std::string>();
            return true;
        case ColumnType::integer:
            if (!json.is_number_integer()) return false;
            if (json.is_number_unsigned() && json.get<uint64_t>() > INT64_MAX) return false;
            value = json.get<int64_t>();
            return true;
        case ColumnType::real:
            if (!json.is_number()) return false;
            value = json.get<double>() + 0.0;  // -0.0 becomes 0.0: SQLite keeps no negative zero
            return true;
        case ColumnType::id: {
            auto const uuid = json.is_string() ? Uuid::parse(json.get_ref<std::string const&>()) : std::nullopt;
            if (!uuid) return false;
            if (!uuid->is_nil()) value = *uuid;
            return true;
        }
    }
    return false;
}

std::optional<std::vector<Value>> read_values(Register const& of, Json const& json) {
    std::vector<Value> values(of.columns.size());
    if (json.is_null()) return values;
    if (of.columns.size() == 1) {
        if (!read_value(of.columns[0], json, values[0])) return std::nullopt;
        return values;
    }
    if (!json.is_array() || json.size() != values.size()) return std::nullopt;
    for (size_t i = 0; i < values.size(); ++i)
        if (!read_value(of.columns[i], json[i], values[i])) return std::nullopt;
    return values;
}

class RowReader {
public:
    RowReader(Frame const& frame, JsonScanner const& scanner) : frame_(frame), scanner_(scanner) {}

    Result<IncomingRow> read() {
        auto const json = Json::parse(frame_.text, nullptr, false);
        // The framer has seen that this is JSON; what is left is a number beyond any that we can hold.
        if (json.is_discarded()) return scanner_.error(frame_.offset, tr_mark("A number in this row is too large."));
        LK_CHECK(read_identity(json));
        auto const stamp = json.find("s");
        if (stamp == json.end()) return missing("s");
        auto const shared = read_stamp(*stamp);
        if (!shared) return fault(tr_mark("{0} must be a stamp: [milliseconds, counter, device, sequence number]."), "s");
        row_.shared = *shared;
        if (auto const fields = json.find("f"); fields != json.end()) LK_CHECK(read_fields(*fields, *shared));
        if (auto const own = json.find("o"); own != json.end()) LK_CHECK(read_own_stamps(*own));
        if (!row_.entity && row_.aside.empty()) row_.aside.emplace(only_there, TextCell{"null", *shared});
        return std::move(row_);
    }

private:
    tl::unexpected<Error> fault(char const* text, std::string_view member, std::string_view inner = {}) const {
        auto const name = inner.empty() ? member : inner;
        return scanner_.error(member_offset(frame_, member, inner), text, {"\"" + std::string(name.substr(0, 100)) + "\""});
    }
    tl::unexpected<Error> missing(std::string_view member) const {
        return scanner_.error(frame_.offset, tr_mark("This row has no {0}."), {"\"" + std::string(member) + "\""});
    }

    Result<> read_identity(Json const& json) {
        auto const table = json.find("t");
        if (table == json.end()) return missing("t");
        if (!table->is_string() || table->get_ref<std::string const&>().empty()) return fault(tr_mark("{0} must be the name of a table."), "t");
        row_.table = table->get<std::string>();
        row_.entity = entity_by_table(row_.table);
        auto const id = json.find("id");
        if (id == json.end()) return missing("id");
        auto const uuid = id->is_string() ? Uuid::parse(id->get_ref<std::string const&>()) : std::nullopt;
        if (!uuid || uuid->is_nil()) return fault(tr_mark("{0} must be the id of a record."), "id");
        row_.id = *uuid;
        return {};
    }

    Result<> read_fields(Json const& fields, Stamp const& shared) {
        if (!fields.is_object()) return fault(tr_mark("{0} must be an object."), "f");
        for (auto const& [name, value] : fields.items()) take(name, value, shared);
        return {};
    }

    Result<> read_own_stamps(Json const& own) {
        if (!own.is_object()) return fault(tr_mark("{0} must be an object."), "o");
        auto const shared_count = row_.cells.size();
        for (auto const& [name, pair] : own.items()) {
            auto const stamp = pair.is_array() && pair.size() == 2 ? read_stamp(pair[1]) : std::nullopt;
            if (!stamp) return fault(tr_mark("{0} must be [value, stamp]."), "o", name);
            if (row_.aside.contains(name) || is_taken(name, shared_count)) return fault(tr_mark("{0} is given twice here."), "o", name);
            take(name, pair[0], *stamp);
        }
        return {};
    }

    bool is_taken(std::string_view name, size_t among) const {
        if (!row_.entity) return false;
        for (size_t i = 0; i < among; ++i)
            if (info(*row_.entity).registers[row_.cells[i].first].name == name) return true;
        return false;
    }

    void take(std::string const& name, Json const& value, Stamp const& stamp) {
        if (row_.entity) {
            if (auto const index = register_index(*row_.entity, name)) {
                if (auto values = read_values(info(*row_.entity).registers[*index], value)) {
                    Cell cell{std::move(*values), stamp};
                    if (!cell.is_unset()) row_.cells.emplace_back(*index, std::move(cell));
                    return;
                }
            }
        }
        if (value.is_null() && stamp.is_zero()) return;
        row_.aside.emplace(name, TextCell{dump_json(value), stamp});
    }

    Frame const& frame_;
    JsonScanner const& scanner_;
    IncomingRow row_;
};

}  // namespace

Result<IncomingRow> read_row(Frame const& frame, JsonScanner const& scanner) { return RowReader(frame, scanner).read(); }

std::optional<std::vector<Value>> read_value_text(Register const& of, std::string const& text) {
    auto const json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? std::nullopt : read_values(of, json);
}

std::optional<Stamp> read_stamp_text(std::string const& text) {
    auto const json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? std::nullopt : read_stamp(json);
}

Result<TextCells> read_aside(std::string const& text) {
    auto const json = Json::parse(text, nullptr, false);
    TextCells cells;
    bool valid = json.is_object();
    if (valid)
        for (auto const& [name, pair] : json.items()) {
            auto const stamp = pair.is_array() && pair.size() == 2 ? read_stamp(pair[1]) : std::nullopt;
            valid = valid && stamp;
            if (stamp) cells.emplace(name, TextCell{dump_json(pair[0]), *stamp});
        }
    if (!valid) return fail(ErrorKind::corrupt, tr_mark("What was kept of a newer version's data doesn't read back as it was written."));
    return cells;
}

}  // namespace leadkeep::sync
