// The fields of a form that is filled in whole and then added: what was typed is kept here until then.
#pragma once

#include <map>
#include <string>
#include <vector>

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

// What a command takes. Fills `errors` and returns false where something can't be read.
enum class FormCheck : uint8_t { fine, has_errors };
FormCheck check_form(app::Workspace& workspace, Entity entity, FormValues& form);
std::vector<app::FieldText> typed_fields(FormValues const& form);
std::vector<app::FieldDraft> chosen_fields(FormValues const& form);

}  // namespace leadkeep::views
