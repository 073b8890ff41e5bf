// A store in memory for tests, and reading of single values. Failures of what a test only prepares end the test.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "domain/catalog.h"
#include "must.h"
#include "store/store.h"
#include "store/transaction.h"

namespace leadkeep::store {

struct MemoryStore {
    std::unique_ptr<Store> store = must(Store::open({.path = ":memory:"}));
    operator Store&() { return *store; }
    Store* operator->() { return store.get(); }

    Value value(std::string const& sql) {
        auto query = must(store->reader().prepare(sql));
        return must(query.step()) ? query.value(0) : Value{};
    }
    int64_t count(std::string const& sql) { return std::get<int64_t>(value(sql)); }

    Transaction begin(std::string label = "Test") { return must(Transaction::begin(*store, {std::move(label), {}, {}})); }
    LeadId add_lead(std::string title) {
        auto command = begin("Lead added");
        auto const id = must(command.insert(Entity::lead, {}, {{"title", {std::move(title)}}}));
        must(command.commit());
        return {id};
    }
    void set_title(LeadId lead, std::string title) {
        auto command = begin("Title changed");
        must(command.set(Entity::lead, lead.uuid, {{"title", {std::move(title)}}}));
        must(command.commit());
    }
    Value title(LeadId lead) { return column(Entity::lead, lead.uuid, "title"); }
    Value column(Entity entity, Uuid const& id, std::string const& name) {
        auto query = must(store->reader().prepare("SELECT " + name + " FROM " + std::string(info(entity).table) + " WHERE id = ?1"));
        query.bind(1, id);
        return must(query.step()) ? query.value(0) : Value{};
    }
    bool in_trash(LeadId lead) { return !is_null(column(Entity::lead, lead.uuid, "deleted_at_ms")); }
};

}  // namespace leadkeep::store
