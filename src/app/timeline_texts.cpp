// One sentence per kind of event. Names stand in the event as they were; what is there still goes by its present name.
#include "app/timeline_texts.h"

#include "app/field_text.h"
#include "app/fields.h"
#include "app/labels.h"
#include "app/moments.h"
#include "base/i18n.h"
#include "base/json.h"
#include "domain/catalog.h"
#include "domain/event.h"

namespace leadkeep::app {
namespace {

// The present name of the thing whose id stands under `key`, else the name that it had.
std::string name_in(Lists const& lists, Json const& data, char const* key) {
    auto const id = Uuid::parse(text_member(data, key));
    std::string const now = id ? lists.name_of(*id) : std::string();
    return now.empty() ? text_member(data, (std::string(key) + "_name").c_str()) : now;
}

std::vector<Value> values_in(Json const& json, FieldSpec const& field) {
    std::vector<Value> values;
    auto const add = [&](Json const& one) {
        if (one.is_number_integer()) values.push_back(one.get<int64_t>());
        else if (one.is_number()) values.push_back(one.get<double>());
        else if (!one.is_string()) values.push_back(Value());
        else if (auto const id = Uuid::parse(one.get<std::string>()); id && field.kind == FieldKind::choice)
            values.push_back(*id);
        else values.push_back(one.get<std::string>());
    };
    if (json.is_array())
        for (auto const& one : json) add(one);
    else add(json);
    return values;
}

std::string change_text(std::string const& before, std::string const& after) {
    if (before.empty()) return after;
    if (after.empty()) return trf("{0} removed", {before});
    return before + " → " + after;
}

void tell_field_change(Lists const& lists, Json const& data, Entity entity, TimelineView& view) {
    std::string const name = text_member(data, "field");
    Json const before = data.contains("old") ? data["old"] : Json(),
               after = data.contains("new") ? data["new"] : Json();
    if (name == "channel" || name == "tags") {
        view.title = name == "tags" ? tr("Tags") : channel_kind_name(text_member(data, "kind"));
        view.detail = change_text(text_member(data, "old"), text_member(data, "new"));
        return;
    }
    auto const* field = find_field(entity, name);
    if (field) {
        view.title = tr(field->label);
        view.detail = change_text(field_text(lists, *field, values_in(before, *field)),
                                  field_text(lists, *field, values_in(after, *field)));
        return;
    }
    // A register of several columns: the columns that are fields of their own.
    auto const index = register_index(entity, name);
    view.title = index ? "" : name;
    for (size_t i = 0; index && i < info(entity).registers[*index].columns.size(); ++i) {
        auto const* own = find_field(entity, info(entity).registers[*index].columns[i].name);
        if (!own || !before.is_array() || !after.is_array() || i >= before.size() || i >= after.size() ||
            before[i] == after[i])
            continue;
        view.title += (view.title.empty() ? "" : ", ") + std::string(tr(own->label));
        std::string const text = change_text(field_text(lists, *own, values_in(before[i], *own)),
                                             field_text(lists, *own, values_in(after[i], *own)));
        view.detail += (view.detail.empty() ? "" : "\n") + text;
    }
    if (view.title.empty()) view.title = tr("Changed");
}

void tell_move(Lists const& lists, Json const& data, TimelineView& view) {
    std::string const from = name_in(lists, data, "from"), to = name_in(lists, data, "to");
    view.title = from.empty() ? trf("Moved to {0}", {to}) : from + " → " + to;
    view.detail = name_in(lists, data, "reason");
    if (std::string const note = text_member(data, "note"); !note.empty())
        view.detail += (view.detail.empty() ? "" : ": ") + note;
}

void tell_conversion(Json const& data, TimelineView& view) {
    if (data.contains("lead")) {
        view.title = tr("Came from a lead");
        view.detail = text_member(data, "lead_name");
        return;
    }
    view.title = tr("Converted");
    for (Entity const entity : {Entity::contact, Entity::company, Entity::deal}) {
        std::string const key(info(entity).table);
        if (!data.contains(key)) continue;
        view.detail +=
            (view.detail.empty() ? "" : "\n") + entity_name(entity) + ": " + text_member(data, (key + "_name").c_str());
    }
}

// "Outgoing call, 6 min", "Meeting done"
std::string done_text(Json const& data, std::string const& what) {
    std::string const kind = text_member(data, "kind"), direction = text_member(data, "direction");
    bool const call = kind == "call" && !direction.empty();
    std::string text = !call ? trf("{0} done", {what}) : direction == "in" ? tr("Incoming call") : tr("Outgoing call");
    if (int64_t const minutes = integer_member(data, "duration_min"); minutes > 0)
        text += ", " + trf("{0} min", {std::to_string(minutes)});
    return text;
}

void tell_activity(Json const& data, int64_t now_ms, EventKind kind, TimelineView& view) {
    std::string const what = activity_kind_name(text_member(data, "kind"));
    std::string const subject = text_member(data, "subject");
    int64_t const due_at_ms = integer_member(data, "due_at_ms");
    if (kind == EventKind::activity_planned)
        view.title =
            due_at_ms != 0 ? trf("{0} planned: {1}", {what, due_text(due_at_ms, now_ms)}) : trf("{0} planned", {what});
    else view.title = done_text(data, what);
    if (kind == EventKind::activity_done) view.kind = text_member(data, "kind");
    view.detail = subject;
    if (std::string const result = text_member(data, "result"); !result.empty())
        view.detail += (view.detail.empty() ? "" : "\n") + result;
}

std::string created_text(Json const& data) {
    std::string const from = text_member(data, "from");
    if (from == "import") return tr("Created by an import");
    if (from == "conversion") return tr("Created by a conversion");
    return tr("Created");
}

// An Undo tells the command by its English label, which is its key.
std::string label_in(Json const& data) {
    std::string const label = text_member(data, "label");
    return label.empty() ? std::string() : tr(label.c_str());
}

}  // namespace

std::optional<Uuid> note_row(store::EventRow const& event) {
    if (event.kind != event_kind_name(EventKind::note)) return std::nullopt;
    auto const data = parse_json(event.data);
    return data && data->is_object() ? Uuid::parse(text_member(*data, "activity")) : std::nullopt;
}

TimelineView timeline_view(Lists const& lists, store::EventRow const& event, int64_t now_ms) {
    TimelineView view{event.id, event.kind, {}, {}, past_text(event.at_ms, now_ms), event.at_ms};
    if (std::string const who = lists.name_of(event.manager.uuid); !who.empty()) view.when_and_who += " · " + who;
    auto const parsed = parse_json(event.data);
    Json const data = parsed && parsed->is_object() ? *parsed : Json::object();
    auto const kind = event_kind_by_name(event.kind);
    if (!kind) {
        view.title = event.kind;  // of a newer version
        return view;
    }
    switch (*kind) {
        case EventKind::created: view.title = created_text(data); break;
        case EventKind::field_changed: tell_field_change(lists, data, event.owner.entity, view); break;
        case EventKind::stage_moved: tell_move(lists, data, view); break;
        case EventKind::note:
            view.title = tr("Note");
            view.detail = text_member(data, "text");
            break;
        case EventKind::activity_planned:
        case EventKind::activity_done: tell_activity(data, now_ms, *kind, view); break;
        case EventKind::enquiry_received: {
            auto const source = Uuid::parse(text_member(data, "source"));
            std::string const name = source ? lists.name_of(*source) : std::string();
            view.title = name.empty() ? std::string(tr("Enquiry")) : trf("Enquiry: {0}", {name});
            view.detail = text_member(data, "text");
            break;
        }
        case EventKind::converted: tell_conversion(data, view); break;
        case EventKind::merged:
            view.title = tr("Merged with a duplicate");
            view.detail = text_member(data, "from_name");
            break;
        case EventKind::imported:
            view.title = tr("Imported");
            view.detail =
                trf("{0}, line {1}", {text_member(data, "file"), std::to_string(integer_member(data, "line"))});
            break;
        case EventKind::message_sent:
            view.title = trf("Message to {0}", {text_member(data, "to")});
            view.detail = text_member(data, "text");
            break;
        case EventKind::trashed: view.title = tr("Moved to the trash"); break;
        case EventKind::restored: view.title = tr("Restored from the trash"); break;
        case EventKind::undone: view.title = trf("Undone: {0}", {label_in(data)}); break;
        case EventKind::redone: view.title = trf("Done again: {0}", {label_in(data)}); break;
        case EventKind::mode_changed: view.title = tr("Mode changed"); break;
        case EventKind::count_: break;
    }
    return view;
}

}  // namespace leadkeep::app
