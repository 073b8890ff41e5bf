// Any bytes at all as a sync file: cut into frames and read into rows. What was read must come back the same when written
// and read again; a fault must have a place.
#pragma once

#include <cstdlib>
#include <string>

#include "sync/framer.h"
#include "sync/header.h"
#include "sync/row.h"

namespace leadkeep::sync {

inline void must(bool holds) {
    if (!holds) std::abort();
}

inline TextCells text_cells(IncomingRow const& row) {
    TextCells cells = row.aside;
    cells.erase(std::string(only_there));
    for (auto const& [index, cell] : row.cells) {
        auto const& of = info(*row.entity).registers[index];
        cells[std::string(of.name)] = {value_text(of, cell.values), cell.stamp};
    }
    return cells;
}

inline void reads_back(IncomingRow const& row) {
    std::string line, again;
    append_row(line, row.table, row.id, text_cells(row), row.shared);
    JsonScanner const scanner(line, "again.json");
    auto const second = read_row(Frame{Frame::Kind::row, {}, line, 0}, scanner);
    must(second.has_value());
    append_row(again, second->table, second->id, text_cells(*second), second->shared);
    must(line == again);
}

inline void try_sync_file(std::string const& bytes) {
    Framer framer(bytes, "fuzz.json");
    HeaderReader header;
    auto const has_place = [](Error const& error) { must(error.place.line > 0 && error.place.column > 0); };
    for (;;) {
        auto const frame = framer.next();
        if (!frame) return has_place(frame.error());
        if (frame->kind == Frame::Kind::end) return;
        if (frame->kind == Frame::Kind::member) {
            if (auto const read = header.member(*frame, framer.scanner()); !read) return has_place(read.error());
        } else if (frame->kind == Frame::Kind::rows_begin) {
            auto const finished = header.finish(framer.offset(), framer.scanner());
            if (!finished) return has_place(finished.error());
            must(header_text(*finished).ends_with("\"rows\": [\n"));
        } else if (frame->kind == Frame::Kind::row) {
            auto const row = read_row(*frame, framer.scanner());
            if (!row) return has_place(row.error());
            reads_back(*row);
        }
    }
}

}  // namespace leadkeep::sync
