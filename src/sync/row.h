// A row of a sync document: {"t": table, "id": uuid, "s": stamp, "f": {register: value}, "o": {register: [value, stamp]}}.
// Reading checks types and keeps what it doesn't know as text; writing is canonical: equal rows give equal bytes.
//
// A register that was never set has no value and the zero stamp, and is left out. "s" is the stamp that most of the row's
// registers share (of equally many the latest); "o" holds the others.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "domain/catalog.h"
#include "domain/stamp.h"
#include "sync/framer.h"

namespace leadkeep::sync {

// A register's value and stamp. `values` in the order of the register's columns.
struct Cell {
    std::vector<Value> values;
    Stamp stamp;
    bool is_unset() const;  // never set: any other cell is later
};

// A register as canonical JSON text; what unknown registers are kept as, and what rows are written from.
struct TextCell {
    std::string value;
    Stamp stamp;
};
using TextCells = std::map<std::string, TextCell, std::less<>>;  // by register name

struct IncomingRow {
    std::string table;
    std::optional<Entity> entity;  // none: a table of a newer version
    Uuid id;
    Stamp shared;                                  // "s"; of a row without registers: when it was made
    std::vector<std::pair<uint8_t, Cell>> cells;  // registers that we know
    TextCells aside;                              // unknown registers, and known ones with a value we can't read
};

// The name under which an unknown table's row without registers is kept aside: all it says is that it is there.
inline constexpr std::string_view only_there = "";

// `frame` is a row as the framer cut it; `scanner` knows the place of a fault in it.
Result<IncomingRow> read_row(Frame const& frame, JsonScanner const& scanner);

std::string value_text(Register const& of, std::vector<Value> const& values);
// The other way round, for what was kept as text; nothing: no value that this register can have, no stamp.
std::optional<std::vector<Value>> read_value_text(Register const& of, std::string const& text);
std::optional<Stamp> read_stamp_text(std::string const& text);
// One line without a line end. `made` is the stamp of a row without registers.
void append_row(std::string& out, std::string_view table, Uuid const& id, TextCells const& cells, Stamp const& made = {});
void append_json_string(std::string& out, std::string_view text);
void append_stamp(std::string& out, Stamp const& stamp);

// The order of all values that a cell may have: by stamp, then by the bytes of the value (cloned devices give one stamp
// to two values), then by seq. The greater one wins on every device.
std::strong_ordering order(Stamp const& a_stamp, std::string_view a_value, Stamp const& b_stamp, std::string_view b_value);

// {"register": [value, stamp], …}, as unknown rows are stored.
std::string aside_text(TextCells const& cells);
Result<TextCells> read_aside(std::string const& text);

}  // namespace leadkeep::sync
