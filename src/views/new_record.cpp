#include "views/new_record.h"

#include "base/i18n.h"
#include "views/shell_state.h"

namespace leadkeep::views {
namespace {

Entity made_on(ShellState const& state) {
    switch (state.location.page) {
        case Page::deals: return state.simple() ? Entity::lead : Entity::deal;
        case Page::contacts: return Entity::contact;
        case Page::companies: return Entity::company;
        default: return Entity::lead;
    }
}

}  // namespace

char const* new_record_label(ShellState const& state) {
    Entity const entity = made_on(state);
    if (entity == Entity::lead) return new_enquiry_label(state);
    return entity == Entity::deal ? tr("New deal") : new_client_label(entity);
}

void open_new_record_form(ShellState& state) {
    Entity const entity = made_on(state);
    if (entity == Entity::lead) open_enquiry_form(state);
    else if (entity == Entity::deal) open_deal_form(state);
    else open_client_form(state, entity);
}

}  // namespace leadkeep::views
