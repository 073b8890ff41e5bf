// The kinds of records and their ids. A LeadId can't go where a StageId belongs; a RecordRef names any record.
#pragma once

#include <compare>
#include <cstdint>

#include "base/uuid.h"

namespace leadkeep {

// The order is free: tables are named by EntityInfo::table everywhere outside the process.
enum class Entity : uint8_t {
    lead, contact, company, deal,                     // records with a card of their own
    channel, activity, product_line, tag_link,        // parts of a record (owner_kind, owner_id)
    custom_value, contact_company, deal_contact,
    stage, source, loss_reason, manager, tag,         // the workspace's lists
    product, custom_field, setting, device,
    event,                                            // the immutable timeline
    count_
};

template <Entity entity>
struct Id {
    Uuid uuid;
    auto operator<=>(Id const&) const = default;
    bool is_nil() const { return uuid.is_nil(); }
};

using LeadId = Id<Entity::lead>;
using ContactId = Id<Entity::contact>;
using CompanyId = Id<Entity::company>;
using DealId = Id<Entity::deal>;
using ChannelId = Id<Entity::channel>;
using ActivityId = Id<Entity::activity>;
using StageId = Id<Entity::stage>;
using SourceId = Id<Entity::source>;
using LossReasonId = Id<Entity::loss_reason>;
using ManagerId = Id<Entity::manager>;
using TagId = Id<Entity::tag>;
using EventId = Id<Entity::event>;

struct RecordRef {
    Entity entity = Entity::lead;
    Uuid id;
    auto operator<=>(RecordRef const&) const = default;
};
template <Entity entity>
RecordRef ref(Id<entity> id) { return {entity, id.uuid}; }

}  // namespace leadkeep
