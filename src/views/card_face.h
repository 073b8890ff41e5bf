// What a card on a board shows: title and amount; who and how to reach them; the most urgent pills, score and manager.
// Compact: in two lines, with the most urgent pill alone.
#pragma once

#include "app/snapshots.h"
#include "ui/geometry.h"
#include "ui/theme.h"
#include "views/column_state.h"

namespace leadkeep::views {

float card_height_px(Density density);
void draw_card_face(ui::Rect card, app::CardFace const& face, Density density);
ui::Tone tone_of(app::Tone tone);

}  // namespace leadkeep::views
