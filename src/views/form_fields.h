// The fields of a form that is filled in whole and then added: what was typed is kept here until then.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"
#include "app/snapshots.h"
#include "views/shell_services.h"

namespace leadkeep::app {
class Workspace;
}

namespace leadkeep::views {

struct FormValues {
    std::map<std::string, std::string> texts;            // by field, as typed
    std::map<std::string, std::vector<Value>> values;    // by field, chosen
    std::map<std::string, std::string> errors;
    bool leads_to_error = false;                         // the keyboard goes to the first field that has one
};

enum class TakeFocus : uint8_t { no, yes };
void form_field(app::Workspace& workspace, app::FieldView const& field, FormValues& form, TakeFocus focus = TakeFocus::no);

// nullptr: no such field in the form.
app::FieldView const* find_field(std::vector<app::SectionView> const& sections, std::string_view name);

// A button that brings all that can be typed but those that stand elsewhere in the form, under their sections' names.
void more_fields(app::Workspace& workspace, std::vector<app::SectionView> const& sections, std::span<std::string_view const> elsewhere,
                 FormValues& form, bool& shown);
void tags_field(app::Workspace& workspace, std::vector<std::string>& tags);
// A line for each way to reach, and a menu for one more.
void channel_fields(std::vector<app::ChannelDraft>& channels);
// Where a new card comes: one of the stages of work.
void stage_field(app::Workspace& workspace, app::Board board, std::optional<StageId>& stage);

// What a command takes. Fills `errors` and returns false where something can't be read.
enum class FormCheck : uint8_t { fine, has_errors };
FormCheck check_form(app::Workspace& workspace, Entity entity, FormValues& form);
std::vector<app::FieldText> typed_fields(FormValues const& form);
std::vector<app::FieldDraft> chosen_fields(FormValues const& form);

}  // namespace leadkeep::views
