// What a card on a board shows: title and amount; who and how to reach them; the most urgent pills, score and manager.
#pragma once

#include "app/snapshots.h"
#include "ui/geometry.h"
#include "ui/theme.h"

namespace leadkeep::views {

inline constexpr float card_height_px = 88;

void draw_card_face(ui::Rect card, app::CardFace const& face);
ui::Tone tone_of(app::Tone tone);

}  // namespace leadkeep::views
