// Which columns are collapsed to a strip, how wide each is, and what opens one: a press, or a card that hangs over it.
// Collapsing is this device's matter and no change of the data; on a phone, with one column at a time, there is none.
#pragma once

#include <string_view>

#include "app/snapshots.h"

namespace leadkeep::views {

struct ShellState;

inline constexpr float collapsed_width_px = 44;

enum class ColumnShape : uint8_t { open, collapsed };
ColumnShape column_shape(ShellState const& state, StageId stage);
void set_column_shape(ShellState& state, StageId stage, ColumnShape shape);
float column_width(ShellState const& state, StageId stage, float open_px);
// Opens a strip after a card has hung over it for a moment, and closes it after the drop. Once a frame.
void spring_columns(ShellState& state);

// The stages collapsed on this device, as its preference "collapsed_stages" names them: ids, a space between.
void read_collapsed(ShellState& state, std::string_view ids);

}  // namespace leadkeep::views
