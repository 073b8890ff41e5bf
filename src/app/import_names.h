// Names in a foreign file, looked up in the workspace: stages, sources, managers, tags, companies, custom fields. Those that can be
// made are made when first named; each is asked for once, however many rows name it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/lists.h"
#include "base/result.h"
#include "store/transaction.h"

namespace leadkeep::app {

// A stage by the name it has here, else by what other programs call it; nullptr if the board has none of that name.
StageView const* find_stage_by_name(Lists const& lists, Board board, std::string_view name);

class ImportNames {
public:
    explicit ImportNames(Lists const& lists) : lists_(lists) {}

    // The first stage where the name is unknown, and counts it for unknown_stages().
    StageId stage(Board board, std::string const& name);
    Result<SourceId> source(store::Transaction& change, std::string const& name);
    Result<ManagerId> manager(store::Transaction& change, std::string const& name);  // "": nil
    Result<TagId> tag(store::Transaction& change, std::string const& name);
    // Nil where there is none of that name yet; made by the caller, who then tells it.
    Result<CompanyId> company(store::Transaction& change, std::string_view name);
    void remember_company(std::string_view name, CompanyId id);
    Result<Uuid> custom_field(store::Transaction& change, Entity entity, std::string const& name);

    struct UnknownStage {
        std::string name;
        int64_t rows = 0;
    };
    std::map<std::string, UnknownStage> const& unknown_stages() const { return unknown_stages_; }
    int64_t made_managers = 0, made_sources = 0;

private:
    using Known = std::unordered_map<std::string, Uuid>;
    Lists const& lists_;
    std::unordered_map<std::string, StageId> stages_[2];
    Known sources_, managers_, tags_, companies_, custom_fields_;
    bool companies_are_read_ = false, tags_are_read_ = false, custom_fields_are_read_ = false;
    std::map<std::string, UnknownStage> unknown_stages_;
};

}  // namespace leadkeep::app
