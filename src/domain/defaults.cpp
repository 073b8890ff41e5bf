// The defaults' tables. Colours and meanings are the product's design; names are texts that the program translates.
#include "domain/defaults.h"

#include <string>

namespace leadkeep {
namespace {

using enum Meaning;

constexpr DefaultStage stages[] = {
    {Board::leads, "new", tr_mark("Not processed"), "#00C4FB", progress, "top", 3},
    {Board::leads, "in_progress", tr_mark("In progress"), "#47D1E2", progress, "middle", 7},
    {Board::leads, "processed", tr_mark("Processed"), "#75D900", progress, "bottom", 7},
    {Board::leads, "quality", tr_mark("Quality lead"), "#7BD500", success, "bottom", 0},
    {Board::leads, "junk", tr_mark("Junk lead"), "#FF5752", failure, "bottom", 0},
    {Board::deals, "new", tr_mark("New"), "#39A8EF", progress, "top", 7},
    {Board::deals, "preparation", tr_mark("Preparation"), "#2FC6F6", progress, "top", 7},
    {Board::deals, "prepayment", tr_mark("Prepayment"), "#55D0E0", progress, "middle", 7},
    {Board::deals, "in_work", tr_mark("In work"), "#47E4C2", progress, "middle", 14},
    {Board::deals, "final_invoice", tr_mark("Final invoice"), "#FFA900", progress, "bottom", 7},
    {Board::deals, "won", tr_mark("Won"), "#7BD500", success, "bottom", 0},
    {Board::deals, "lost", tr_mark("Lost"), "#FF5752", failure, "bottom", 0},
    {Board::deals, "failure_analysis", tr_mark("Failure analysis"), "#FF5752", failure, "bottom", 0},
};

constexpr DefaultStage second_preset[] = {
    {Board::leads, "open", tr_mark("Open"), "#00C4FB", progress, "top", 3},
    {Board::leads, "contacted", tr_mark("Contacted"), "#39A8EF", progress, "top", 7},
    {Board::leads, "nurturing", tr_mark("Nurturing"), "#47D1E2", progress, "middle", 14},
    {Board::leads, "qualified", tr_mark("Qualified"), "#47E4C2", progress, "middle", 7},
    {Board::leads, "negotiation", tr_mark("Negotiation"), "#FFA900", progress, "bottom", 7},
    {Board::leads, "customer", tr_mark("Customer"), "#7BD500", success, "bottom", 0},
    {Board::leads, "inactive", tr_mark("Inactive"), "#A8ADB4", failure, "bottom", 0},
    {Board::leads, "unqualified", tr_mark("Unqualified"), "#FF5752", failure, "bottom", 0},
};

constexpr DefaultSource sources[] = {
    {"call", tr_mark("Call")},
    {"email", tr_mark("E-mail")},
    {"website", tr_mark("Website")},
    {"advertising", tr_mark("Advertising")},
    {"existing_client", tr_mark("Existing client")},
    {"recommendation", tr_mark("Recommendation")},
    {"exhibition", tr_mark("Exhibition")},
    {"web_form", tr_mark("Web form")},
    {"call_back", tr_mark("Call-back")},
    {"messenger", tr_mark("Messenger")},
    {"walk_in", tr_mark("Walk-in")},
    {"other", tr_mark("Other")},
};

constexpr DefaultLossReason loss_reasons[] = {
    {"price", tr_mark("Price"), Note::optional},
    {"competitor", tr_mark("Competitor"), Note::optional},
    {"no_budget", tr_mark("No budget"), Note::optional},
    {"missing_feature", tr_mark("Missing feature"), Note::optional},
    {"no_decision_maker", tr_mark("No decision-maker"), Note::optional},
    {"does_not_answer", tr_mark("Does not answer"), Note::optional},
    {"wrong_contact_data", tr_mark("Wrong contact data"), Note::optional},
    {"by_mistake", tr_mark("By mistake"), Note::optional},
    {"not_a_fit", tr_mark("Not a fit"), Note::optional},
    {"other", tr_mark("Other"), Note::asked},
};

constexpr DefaultSetting settings[] = {
    {setting::mode, "\"classic\""},
    {setting::country, "null"},
    {setting::currency, "null"},
};

std::string shown(std::string_view key, std::string_view name, char const* default_name) {
    if (!name.empty()) return std::string(name);
    return default_name ? tr(default_name) : std::string(key);
}

template <class Default>
char const* name_by_key(std::span<Default const> defaults, std::string_view key) {
    for (auto const& one : defaults)
        if (one.key == key) return one.name;
    return nullptr;
}

Uuid natural_id(std::string_view kind, std::string_view key) {
    return uuid_v5(leadkeep_space, std::string(kind).append("/").append(key));
}

}  // namespace

std::string_view board_name(Board board) { return board == Board::leads ? "lead" : "deal"; }

std::string_view meaning_name(Meaning meaning) {
    return meaning == success ? "success" : meaning == failure ? "failure" : "progress";
}

Meaning meaning_by_name(std::string_view name) { return name == "success" ? success : name == "failure" ? failure : progress; }

std::span<DefaultStage const> default_stages() { return stages; }
std::span<DefaultStage const> second_lead_preset() { return second_preset; }
std::span<DefaultSource const> default_sources() { return sources; }
std::span<DefaultLossReason const> default_loss_reasons() { return loss_reasons; }
std::span<DefaultSetting const> default_settings() { return settings; }
std::string_view usual_country(Language language) { return language == Language::russian ? "RU" : "US"; }
std::string_view usual_currency(Language language) { return language == Language::russian ? "RUB" : "USD"; }

StageId stage_id(Board board, std::string_view key) {
    return {natural_id("stage", std::string(board_name(board)).append("/").append(key))};
}
SourceId source_id(std::string_view key) { return {natural_id("source", key)}; }
LossReasonId loss_reason_id(std::string_view key) { return {natural_id("loss_reason", key)}; }
Uuid setting_id(std::string_view key) { return natural_id("setting", key); }

std::string stage_name(Board board, std::string_view key, std::string_view name) {
    for (auto const all : {default_stages(), second_lead_preset()})
        for (auto const& stage : all)
            if (stage.board == board && stage.key == key) return shown(key, name, stage.name);
    return shown(key, name, nullptr);
}
std::string source_name(std::string_view key, std::string_view name) {
    return shown(key, name, name_by_key(default_sources(), key));
}
std::string loss_reason_name(std::string_view key, std::string_view name) {
    return shown(key, name, name_by_key(default_loss_reasons(), key));
}

}  // namespace leadkeep
