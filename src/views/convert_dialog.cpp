#include "views/convert_dialog.h"

#include <algorithm>

#include "base/i18n.h"
#include "ui/widgets.h"
#include "views/form_fields.h"
#include "views/setting_text.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

std::string text_of(app::RecordView const& card, std::string_view name) {
    auto const* field = find_field(card.sections, name);
    return field ? field->text : std::string();
}

std::vector<std::string> known_clients(ShellState& state, app::RecordView const& lead) {
    std::vector<std::string> known;
    for (auto const& channel : lead.channels)
        for (auto const& row : state.workspace.search(channel.channel.value, 20)) {
            bool const client = row.record.entity == Entity::contact || row.record.entity == Entity::company;
            if (client && std::find(known.begin(), known.end(), row.title) == known.end()) known.push_back(row.title);
        }
    return known;
}

void body(ConvertForm& form) {
    ui::checkbox(form.person.empty() ? std::string(tr("Contact")) : trf("Contact: {0}", {form.person}), form.to_contact);
    for (auto const& one : form.known)
        ui::paragraph(trf("Already known by phone or e-mail: {0}. The lead will be linked to it.", {one}), ui::TextStyle::small,
                      ui::Token::good);
    ui::checkbox(tr("Company"), form.to_company);
    if (form.to_company)
        if (auto const edit = ui::text_field(tr("Company name"), form.company, {.max_length = 300}); edit.changed()) form.company = edit.text;
    ui::checkbox(tr("Deal"), form.to_deal);
    if (!form.to_deal) return;
    if (auto const edit = ui::text_field(tr("Deal title"), form.deal_title, {.max_length = 300}); edit.changed()) form.deal_title = edit.text;
    if (auto const edit = ui::money_field(tr("Amount"), form.amount_minor, form.currency); edit.changed()) form.amount_minor = edit.value;
}

}  // namespace

void open_convert_form(ShellState& state, app::RecordView const& lead) {
    ConvertForm form;
    form.lead = LeadId{lead.record.id};
    std::string const first = text_of(lead, "first_name"), last = text_of(lead, "last_name");
    form.person = first.empty() || last.empty() ? first + last : first + " " + last;
    form.company = text_of(lead, "company_name");
    form.to_company = !form.company.empty();
    form.deal_title = lead.title;
    form.currency = default_currency(state.workspace);
    if (auto const* amount = find_field(lead.sections, "amount"); amount && amount->values.size() > 1) {
        if (auto const* minor = std::get_if<int64_t>(&amount->values[0])) form.amount_minor = *minor;
        if (auto const* code = std::get_if<std::string>(&amount->values[1]); code && !code->empty()) form.currency = *code;
    }
    form.known = known_clients(state, lead);
    state.convert = std::move(form);
    ui::request_frame();
}

void convert_dialog(ShellState& state) {
    if (!state.convert) return;
    auto& form = *state.convert;
    bool close = false, convert = false;
    bool const any = form.to_contact || form.to_company || form.to_deal;
    bool const unnamed = form.to_company && form.company.empty();
    {
        ui::Dialog dialog(tr("Convert the lead"), {.width_px = 460});
        ui::paragraph(tr("Its fields, products and timeline go with it. You can undo this."));
        body(form);
        close = dialog.dismissed();
        ui::DialogFooter footer;
        if (ui::button(tr("Cancel"))) close = true;
        char const* missing = unnamed ? tr("Name the company first.") : any ? "" : tr("Choose at least one.");
        convert = ui::button(tr("Convert"), {.kind = ui::ButtonKind::primary, .enabled = any && !unnamed, .keys = "Ctrl+Enter",
                                             .description = missing}) &&
                  !ui::led_to_unreadable();
    }
    if (convert && any && !unnamed) {
        state.commands.push(app::ConvertLead{form.lead, form.to_contact, form.to_company, form.to_deal, form.deal_title, form.amount_minor,
                                             form.currency, form.company, std::nullopt});
        close = true;
    }
    if (close) state.convert.reset();
}

}  // namespace leadkeep::views
