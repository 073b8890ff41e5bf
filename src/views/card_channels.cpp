// The ways to reach a client, and the tags, on a card: each is edited where it stands.
#include <array>

#include "app/labels.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/card_panel.h"
#include "views/channel_names.h"
#include "views/quick_entry.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

ui::TextKind text_kind(std::string const& kind) {
    if (kind == "phone") return ui::TextKind::phone;
    if (kind == "email") return ui::TextKind::email;
    return kind == "messenger" ? ui::TextKind::text : ui::TextKind::url;
}

char const* open_label(std::string const& kind) {
    if (kind == "phone") return tr("Call");
    if (kind == "email") return tr("Write");
    return tr("Open the link");
}

void set_channel(ShellState& state, RecordRef owner, app::ChannelView const& channel, app::ChannelDraft draft) {
    state.commands.push(app::SetChannel{owner, channel.id, std::move(draft)});
}

void channel_menu(ShellState& state, RecordRef owner, app::ChannelView const& channel) {
    ui::Menu menu("channel", tr("Way to reach"));
    if (!menu) return;
    auto const& now = channel.channel;
    if (!channel.link.empty() && state.services.open_link && ui::menu_item(open_label(now.kind), ui::Icon::external))
        state.services.open_link(channel.link);
    if (state.services.copy_text && ui::menu_item(tr("Copy"), ui::Icon::copy)) state.services.copy_text(now.value);
    ui::menu_separator();
    for (auto const* kind : channel_kinds)
        if (ui::menu_item(app::channel_kind_name(kind), ui::Icon::none,
                          {.checked = now.kind == kind ? ui::Tristate::on : ui::Tristate::off}) && now.kind != kind)
            set_channel(state, owner, channel, {kind, now.type, now.value});
    ui::menu_separator();
    for (auto const* type : channel_types)
        if (ui::menu_item(app::channel_type_name(type), ui::Icon::none,
                          {.checked = now.type == type ? ui::Tristate::on : ui::Tristate::off}) && now.type != type)
            set_channel(state, owner, channel, {now.kind, type, now.value});
    ui::menu_separator();
    if (ui::menu_item(tr("Remove"), ui::Icon::trash, {.tone = ui::Tone::bad}))
        set_channel(state, owner, channel, {now.kind, now.type, ""});
}

void channel_row(ShellState& state, RecordRef owner, app::ChannelView const& channel) {
    ui::Scope scope(channel.id.uuid.to_string());
    auto const& now = channel.channel;
    std::string const draft_name = "channel:" + channel.id.uuid.to_string();
    std::string const& value = channel.shown.empty() ? now.value : channel.shown;
    std::string const type = app::channel_type_name(now.type);
    ui::Row row({.gap_px = 6, .align = ui::Align::end});
    // The type stands right behind what is read; an edited value has all the room.
    float const room_px = ui::remaining().w - ui::text_width(type, ui::TextStyle::small_medium) - 24;
    float const read_px = ui::text_width(value, ui::TextStyle::body_medium) + 12;
    if (state.card.edited_channel == channel.id) ui::next_width(room_px);
    else ui::next_width(std::min(room_px, read_px));
    auto const edit = ui::text_field(app::channel_kind_name(now.kind), value,
                                     {.kind = text_kind(now.kind), .look = ui::FieldLook::read_inline, .max_length = 500});
    if (edit.editing) state.card.edited_channel = channel.id;
    else if (state.card.edited_channel == channel.id) state.card.edited_channel.reset();
    if (edit.edit == ui::Edit::drafting) state.workspace.keep_draft(owner, draft_name, edit.text);
    if (edit.edit == ui::Edit::cancelled || edit.committed()) state.workspace.drop_draft(owner, draft_name);
    if (edit.committed()) set_channel(state, owner, channel, {now.kind, now.type, edit.text});
    if (ui::pill_button(type, "type")) ui::open_popup("channel");
    channel_menu(state, owner, channel);
}

void new_channel(ShellState& state, RecordRef owner) {
    if (!state.card.adding_channel) {
        if (ui::text_button(tr("Add a phone, e-mail or link"), ui::LinkLook::quiet, ui::Icon::plus)) {
            state.card.adding_channel = true;
            state.card.channel_editing = false;
            state.card.round += 1;
        }
        return;
    }
    ui::Scope scope(int64_t(state.card.round));
    auto const edit = ui::text_field(tr("New way to reach"), state.card.new_channel,
                                     {.placeholder = tr("Phone, e-mail or link"), .autofocus = true, .max_length = 500, .id = "new-channel"});
    if (edit.changed()) state.card.new_channel = edit.text;
    bool const dropped = edit.edit == ui::Edit::cancelled && edit.end == ui::EditEnd::none;
    bool const ended = dropped || (state.card.channel_editing && !edit.editing);
    state.card.channel_editing = edit.editing;
    if (ended && state.card.new_channel.empty()) state.card.adding_channel = false;
    if (edit.end == ui::EditEnd::none || state.card.new_channel.empty()) return;
    std::string const kind = channel_kind_of(state.card.new_channel);
    state.commands.push(app::SetChannel{owner, std::nullopt, {kind, "work", state.card.new_channel}}, {},
                        [&card = state.card, text = state.card.new_channel] {
                            card.adding_channel = true;
                            card.new_channel = text;
                            card.round += 1;
                        });
    state.card.adding_channel = false;
    state.card.new_channel.clear();
    state.card.round += 1;
}

}  // namespace

void card_channels(ShellState& state, app::RecordView const& card) {
    ui::gap(16);
    ui::section(tr("How to reach"));
    ui::gap(below_section_px);
    if (!card.reach_warning.empty()) ui::pill(card.reach_warning, ui::Tone::bad);
    for (auto const& channel : card.channels) channel_row(state, card.record, channel);
    new_channel(state, card.record);
}

void card_tags(ShellState& state, app::RecordView const& card) {
    ui::gap(16);
    ui::section(tr("Tags"));
    ui::gap(below_section_px);
    auto const edit = ui::tag_field(tr("Tags"), card.tags, {.known = state.workspace.known_tags(), .placeholder = tr("Add a tag"), .hide_label = true});
    if (edit.changed) state.commands.push(app::SetTags{card.record, edit.tags});
}

}  // namespace leadkeep::views
