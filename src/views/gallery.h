// Every widget in every state, for those who make and test screens. Reached by its address alone: #gallery.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/table.h"

namespace leadkeep::views {

struct ShellState;

enum class GalleryOverlay : uint8_t { none, dialog, question, panel };

// What the specimens hold while the gallery is open; nothing of it is kept.
struct GalleryState {
    int segment = 1, tab = 0, stage = 1, radio = 0, source = 1, city = -1, page_size = -1;
    bool chip = true, checked = true, unchecked = false, on = true, off = false;
    std::string name, email, long_text, comments, read, due, moment;
    std::optional<int64_t> amount, count;
    std::vector<std::string> tags, no_tags;
    std::vector<float> widths_px;
    ui::TableSort sort{0, ui::SortOrder::ascending};
    GalleryOverlay overlay = GalleryOverlay::none;

    GalleryState();
};

// The whole window, without the navigation.
void gallery_view(ShellState& state);
// Its parts.
void gallery_actions(GalleryState& state);
void gallery_fields(GalleryState& state);
void gallery_choices(GalleryState& state);
void gallery_charts();
void gallery_table(GalleryState& state);
void gallery_messages(GalleryState& state);
void gallery_marks();
void gallery_overlays(GalleryState& state);

}  // namespace leadkeep::views
