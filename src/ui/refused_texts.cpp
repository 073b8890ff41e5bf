#include "ui/refused_texts.h"

#include <algorithm>

#include "ui/context.h"
#include "ui/motion.h"

namespace leadkeep::ui {

namespace {

OverlayState const* overlay_in_layer(int layer) {
    auto const& overlays = ctx().overlays;
    return layer > 0 && size_t(layer) <= overlays.size() ? &overlays[size_t(layer) - 1] : nullptr;
}

// A tab of a panel may hide its field for a while; what stands in a popup or on the screen goes with it.
bool may_come_back(RefusedText const& one) {
    return std::any_of(ctx().overlays.begin(), ctx().overlays.end(),
                       [&](OverlayState const& open) { return open.id == one.overlay && open.subject == one.subject; });
}

}  // namespace

std::optional<std::string_view> refused_text(uint32_t field, std::string_view value) {
    Context& c = ctx();
    for (RefusedText& one : c.refused_texts) {
        if (one.field != field) continue;
        one.last_frame = c.frame;
        if (one.value == value) return one.typed;
        drop_refused_text(field);
        break;
    }
    return std::nullopt;
}

void keep_refused_text(uint32_t field, std::string_view value, std::string_view typed) {
    Context& c = ctx();
    drop_refused_text(field);
    OverlayState const* around = c.popup_depth > 0 ? nullptr : overlay_in_layer(c.layer);
    c.refused_texts.push_back({field, around ? around->id : 0, around ? around->subject : 0, c.frame, std::string(value), std::string(typed)});
    request_frame();
}

void drop_refused_text(uint32_t field) {
    std::erase_if(ctx().refused_texts, [&](RefusedText const& one) { return one.field == field; });
}

void forget_refused_texts() {
    std::erase_if(ctx().refused_texts, [](RefusedText const& one) { return one.last_frame < ctx().frame && !may_come_back(one); });
}

}  // namespace leadkeep::ui
