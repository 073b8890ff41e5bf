#include "views/form_fields.h"

#include <algorithm>
#include <utility>

#include "app/labels.h"
#include "app/workspace.h"
#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/channel_names.h"
#include "views/setting_text.h"

namespace leadkeep::views {
namespace {

using app::FieldKind;

void choice_field(app::FieldView const& field, FormValues& form) {
    std::vector<ui::SelectOption> options;
    auto& values = form.values[field.register_name];
    if (values.empty()) values = field.values;
    int index = -1;
    for (size_t i = 0; i < field.choices.size(); ++i) {
        options.push_back({field.choices[i].text});
        if (!values.empty() && values[0] == Value{field.choices[i].id}) index = int(i);
    }
    if (ui::select(field.label, options, index, {.placeholder = tr("Not chosen"), .clearable = true, .id = field.register_name}))
        values = {index < 0 ? Value{Null{}} : Value{field.choices[size_t(index)].id}};
}

void money_field(app::Workspace const& workspace, app::FieldView const& field, FormValues& form) {
    auto& values = form.values[field.register_name];
    std::optional<int64_t> minor;
    if (!values.empty())
        if (auto const* value = std::get_if<int64_t>(&values[0])) minor = *value;
    std::string const currency = default_currency(workspace);
    auto const edit = ui::money_field(field.label, minor, currency, {.id = field.register_name});
    if (!edit.changed()) return;
    values = edit.value ? std::vector<Value>{*edit.value, currency} : std::vector<Value>{Null{}, Null{}};
}

void flag_field(app::FieldView const& field, FormValues& form) {
    auto& values = form.values[field.register_name];
    bool on = !values.empty() && values[0] == Value{int64_t{1}};
    if (ui::checkbox(field.label, on)) values = {int64_t{on ? 1 : 0}};
}

void channel_line(app::ChannelDraft& channel, size_t index) {
    ui::Scope scope("channel" + std::to_string(index));
    std::string const label = app::channel_kind_name(channel.kind);
    auto const edit = ui::text_field(label, channel.value,
                                     {.kind = channel.kind == "phone"   ? ui::TextKind::phone
                                              : channel.kind == "email" ? ui::TextKind::email
                                                                        : ui::TextKind::text,
                                      .max_length = 500});
    if (edit.changed()) channel.value = edit.text;
}

void date_field(app::FieldView const& field, FormValues& form) {
    auto& text = form.texts[field.register_name];
    auto const edit = ui::date_field(field.label, text, ui::DateKind::date, {.id = field.register_name});
    if (edit.committed()) text = edit.value;
}

}  // namespace

void form_field(app::Workspace& workspace, app::FieldView const& field, FormValues& form, TakeFocus focus) {
    switch (field.kind) {
        case FieldKind::choice: return choice_field(field, form);
        case FieldKind::money: return money_field(workspace, field, form);
        case FieldKind::flag: return flag_field(field, form);
        case FieldKind::date: return date_field(field, form);
        case FieldKind::record: return;
        default: break;
    }
    auto& text = form.texts[field.register_name];
    auto const error = form.errors.find(field.register_name);
    bool const multiline = field.kind == FieldKind::multiline;
    if (error != form.errors.end() && std::exchange(form.leads_to_error, false)) ui::focus_field(field.register_name);
    auto const edit = ui::text_field(field.label, text,
                                     {.kind = multiline                            ? ui::TextKind::multiline
                                              : field.kind == FieldKind::number ? ui::TextKind::number
                                                                                : ui::TextKind::text,
                                      .error = error == form.errors.end() ? "" : error->second,
                                      .autofocus = focus == TakeFocus::yes,
                                      .rows = 2,
                                      .max_length = multiline ? 100'000 : 1'000,
                                      .id = field.register_name});
    if (!edit.changed()) return;
    text = edit.text;
    form.errors.erase(field.register_name);
}

app::FieldView const* find_field(std::vector<app::SectionView> const& sections, std::string_view name) {
    for (auto const& section : sections)
        for (auto const& field : section.fields)
            if (field.register_name == name) return &field;
    return nullptr;
}

void more_fields(app::Workspace& workspace, std::vector<app::SectionView> const& sections, std::span<std::string_view const> elsewhere,
                 FormValues& form, bool& shown) {
    if (!shown) {
        shown = ui::text_button(tr("More fields"), ui::LinkLook::accent, ui::Icon::chevron_down);
        return;
    }
    for (auto const& section : sections) {
        std::vector<app::FieldView const*> rest;
        for (auto const& field : section.fields) {
            bool const above = std::find(elsewhere.begin(), elsewhere.end(), field.register_name) != elsewhere.end();
            if (!above && field.access == app::FieldView::Access::editable && field.kind != FieldKind::record) rest.push_back(&field);
        }
        if (rest.empty()) continue;
        ui::gap(4);
        ui::section(section.title);
        ui::Grid grid;
        for (auto const* field : rest) form_field(workspace, *field, form);
    }
}

void tags_field(app::Workspace& workspace, std::vector<std::string>& tags) {
    auto const edit = ui::tag_field(tr("Tags"), tags, {.known = workspace.known_tags(), .placeholder = tr("Add a tag")});
    if (edit.changed) tags = edit.tags;
}

void channel_fields(std::vector<app::ChannelDraft>& channels) {
    {
        ui::Grid grid;
        for (size_t i = 0; i < channels.size(); ++i) channel_line(channels[i], i);
    }
    if (ui::text_button(tr("Another way to reach"), ui::LinkLook::quiet, ui::Icon::plus)) ui::open_popup("more-channels");
    if (ui::Menu menu("more-channels", tr("Another way to reach")); menu)
        for (auto const* kind : channel_kinds)
            if (ui::menu_item(app::channel_kind_name(kind))) channels.push_back({kind, "work", ""});
}

void stage_field(app::Workspace& workspace, app::Board board, std::optional<StageId>& stage) {
    std::vector<ui::SelectOption> options;
    std::vector<StageId> stages;
    int index = 0;
    for (auto const& column : workspace.board(board).columns) {
        if (column.stage.meaning != app::StageMeaning::progress) continue;
        if (stage == column.stage.id) index = int(stages.size());
        options.push_back({column.stage.name, {}, ui::Rgba::hex(column.stage.colour_rgb)});
        stages.push_back(column.stage.id);
    }
    if (ui::select(tr("Stage"), options, index) && index >= 0) stage = stages[size_t(index)];
}

FormCheck check_form(app::Workspace& workspace, Entity entity, FormValues& form) {
    form.errors.clear();
    for (auto const& [name, text] : form.texts) {
        if (text.empty()) continue;
        if (auto const read = workspace.read_field(entity, {name, text}); !read) form.errors[name] = describe(read.error());
    }
    form.leads_to_error = !form.errors.empty();
    return form.errors.empty() ? FormCheck::fine : FormCheck::has_errors;
}

std::vector<app::FieldText> typed_fields(FormValues const& form) {
    std::vector<app::FieldText> fields;
    for (auto const& [name, text] : form.texts)
        if (!text.empty()) fields.push_back({name, text});
    return fields;
}

std::vector<app::FieldDraft> chosen_fields(FormValues const& form) {
    std::vector<app::FieldDraft> fields;
    for (auto const& [name, values] : form.values)
        if (!values.empty() && !is_null(values[0])) fields.push_back({name, values});
    return fields;
}

}  // namespace leadkeep::views
