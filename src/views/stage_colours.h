// The colours that a stage may take, as swatches to press.
#pragma once

#include <cstddef>
#include <cstdint>

namespace leadkeep::views {

// True when another one was chosen. Takes the place of two rows in the present layout.
bool stage_swatches(uint32_t& colour_rgb);
// One that differs from the stages' there are: the n-th of the palette.
uint32_t stage_colour(size_t n);

}  // namespace leadkeep::views
