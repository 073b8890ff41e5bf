// The workspace itself: its mode, its settings, its managers, this device's name.
#include "app/command_context.h"
#include "app/conversion.h"
#include "app/record_changes.h"
#include "app/sliced_command.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/name_fold.h"
#include "domain/defaults.h"
#include "store/queries/clients.h"

namespace leadkeep::app {
namespace {

constexpr size_t longest_manager_name = 200;

Result<void> put_setting(store::Transaction& change, std::string const& key, std::string const& json) {
    return change.put(Entity::setting, setting_id(key), {{"key", {key}}, {"value", {json}}});
}

std::string_view mode_name(Mode mode) { return mode == Mode::simple ? "simple" : "classic"; }

Result<std::string> check_manager_name(std::string const& typed) {
    std::string name(trim_text(typed));
    if (name.empty()) return fail(ErrorKind::refused, tr_mark("Type the manager's name first."));
    if (name.size() > longest_manager_name)
        return fail(ErrorKind::refused, tr_mark("“{0}” is too long. Shorten it."), {tr("Name")});
    return name;
}

class Switch : public SlicedCommand {
public:
    explicit Switch(SwitchMode const& command) : command_(command) {}

    Result<void> begin(CommandContext& context) override {
        bool const simple = command_.mode == Mode::simple;
        change_.emplace(
            LK_TRY(context.begin(simple ? tr_mark("Switched to simple mode") : tr_mark("Switched to classic mode"), {},
                                 store::Undoable::yes, store::Durability::strict)));
        if (!simple || command_.open_leads != OpenLeads::convert) return {};
        auto& connection = context.connection();
        for (auto const& id : LK_TRY(store::read_open_cards(connection, Entity::lead))) {
            auto const row = LK_TRY(store::read_row(connection, Entity::lead, id));
            // One that was brought back to an open stage has its deal.
            if (row && !row->has("converted_at_ms")) leads_.push_back({id});
        }
        return {};
    }

    Result<bool> work(CommandContext& context) override {
        if (done_ == leads_.size()) return false;
        LK_CHECK(convert_lead(*change_, context, {.lead = leads_[done_++]}));
        return true;
    }

    Result<Outcome> finish(CommandContext& context) override {
        std::string const key(setting::mode);
        LK_CHECK(put_setting(*change_, key, json_text(mode_name(command_.mode))));
        Json const data{{"from", mode_name(context.lists.mode)}, {"to", mode_name(command_.mode)}};
        LK_CHECK(write_event(*change_, {Entity::setting, setting_id(key)}, EventKind::mode_changed, dump_json(data)));
        context.touched.everything = true;
        LK_CHECK(change_->commit());
        if (!leads_.empty())
            return undoable_outcome(trn("{0} lead converted; simple mode", "{0} leads converted; simple mode",
                                        static_cast<int64_t>(leads_.size())));
        return undoable_outcome(command_.mode == Mode::simple ? tr("Switched to simple mode")
                                                              : tr("Switched to classic mode"));
    }

    Progress progress() const override {
        return {static_cast<int64_t>(done_), static_cast<int64_t>(leads_.size()), tr("Converting leads")};
    }

private:
    SwitchMode command_;
    std::optional<store::Transaction> change_;
    std::vector<LeadId> leads_;
    size_t done_ = 0;
};

}  // namespace

std::unique_ptr<SlicedCommand> sliced(SwitchMode const& command) { return std::make_unique<Switch>(command); }

Result<Outcome> carry_out(CommandContext& context, SwitchMode const& command) {
    if (context.lists.mode == command.mode && command.open_leads == OpenLeads::keep) return Outcome{};
    return run_at_once(*sliced(command), context);
}

Result<Outcome> carry_out(CommandContext& context, SetSetting const& command) {
    std::string key = command.key;
    if (key == setting::mode) return fail(ErrorKind::refused, tr_mark("The mode is switched by its own command."));
    if (key.empty() || key.size() > 100 || !parse_json(command.value_json))
        return fail(ErrorKind::refused, tr_mark("“{0}” can't hold this value."), {command.key});
    auto change = LK_TRY(context.begin(tr_mark("Setting changed")));
    LK_CHECK(put_setting(change, key, command.value_json));
    context.touched.everything = true;
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Setting changed"));
}

Result<Outcome> carry_out(CommandContext& context, AddManager const& command) {
    std::string const name = LK_TRY(check_manager_name(command.name));
    for (auto const& known : context.lists.choices.managers)
        if (fold_name(known.text) == fold_name(name))
            return Outcome{{}, RecordRef{Entity::manager, known.id}, Outcome::CanUndo::no};
    auto change = LK_TRY(context.begin(tr_mark("Manager added")));
    Uuid const id = LK_TRY(change.insert(Entity::manager, {}, {{"name", {name}}}));
    context.touched.lists = true;
    LK_CHECK(change.commit());
    return Outcome{trf("“{0}” added", {name}), RecordRef{Entity::manager, id}, Outcome::CanUndo::yes};
}

Result<Outcome> carry_out(CommandContext& context, RenameManager const& command) {
    std::string const name = LK_TRY(check_manager_name(command.name));
    auto change = LK_TRY(context.begin(tr_mark("Manager renamed")));
    LK_CHECK(require_record(context.connection(), ref(command.manager)));
    if (LK_TRY(change.set(Entity::manager, command.manager.uuid, {{"name", {name}}})) == 0) return Outcome{};
    context.touched.everything = true;
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Change kept"));
}

Result<Outcome> carry_out(CommandContext& context, NameDevice const& command) {
    std::string const name(trim_text(command.name));
    if (name.size() > longest_manager_name) return fail(ErrorKind::refused, tr_mark("“{0}” is too long. Shorten it."), {tr("Name")});
    auto change = LK_TRY(context.begin(tr_mark("Device renamed")));
    LK_CHECK(change.put(Entity::device, context.store.identity().device, {{"name", {name}}}));
    context.touched.lists = true;
    LK_CHECK(change.commit());
    return undoable_outcome(tr("Change kept"));
}

Result<Outcome> carry_out(CommandContext& context, Undo const&) {
    auto const undone = LK_TRY(store::undo(context.store, context.lists.me));
    context.touched.everything = true;
    return Outcome{trf("Undone: {0}", {tr(undone.label.c_str())}), std::nullopt, Outcome::CanUndo::no};
}

Result<Outcome> carry_out(CommandContext& context, Redo const&) {
    auto const redone = LK_TRY(store::redo(context.store, context.lists.me));
    context.touched.everything = true;
    return Outcome{trf("Done again: {0}", {tr(redone.label.c_str())}), std::nullopt, Outcome::CanUndo::yes};
}

}  // namespace leadkeep::app
