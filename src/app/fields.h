// Which fields a card has, in which section and order, what they are called and how they are edited. The registers
// themselves are domain/catalog.h's; a field of a register with several columns is named by its column.
#pragma once

#include <span>
#include <string_view>

#include "app/snapshots.h"
#include "domain/entity.h"

namespace leadkeep::app {

enum class ChoiceOf : uint8_t { nothing, sources, loss_reasons, managers };

struct FieldSpec {
    std::string_view name;  // a register, or a column of a register of several
    char const* label;      // English, for tr()
    FieldKind kind = FieldKind::text;
    FieldView::Access access = FieldView::Access::editable;
    ChoiceOf choices = ChoiceOf::nothing;
    Entity target = Entity::count_;  // kind record
};
struct SectionSpec {
    char const* title;  // English, for tr()
    std::span<FieldSpec const> fields;
};

// `entity`: lead, contact, company or deal.
std::span<SectionSpec const> sections(Entity entity);
// nullptr: not a field that a card shows.
FieldSpec const* find_field(Entity entity, std::string_view name);

// The most characters that a field keeps.
size_t longest_text(FieldSpec const& field);

}  // namespace leadkeep::app
