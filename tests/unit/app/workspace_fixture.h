// A workspace in memory at a fixed moment, and short words for what tests do with it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/i18n.h"
#include "domain/defaults.h"
#include "platform/clock.h"

namespace leadkeep::app {

inline constexpr int64_t test_now_ms = 1'773'565'200'000;  // 2026-03-15 09:00 UTC
inline constexpr int64_t test_day_ms = 86'400'000;

class WorkspaceFixture {
public:
    explicit WorkspaceFixture(std::string const& path = ":memory:") {
        set_language(Language::english);
        platform::headless::set_fixed_clock(test_now_ms);
        platform::headless::set_fixed_zone(180);
        auto opened = Workspace::open({.path = path});
        REQUIRE_MESSAGE(opened, opened.error().text);
        workspace = std::move(*opened);
    }
    ~WorkspaceFixture() {
        platform::headless::set_fixed_clock(std::nullopt);
        set_language(Language::english);
    }

    Outcome run(Command command) {
        later(1);  // two commands of a person never fall on one moment
        auto outcome = workspace->run(std::move(command));
        if (!outcome) FAIL_CHECK(describe(outcome.error()));
        return outcome.value_or(Outcome{});
    }
    std::string refusal(Command command) {
        auto outcome = workspace->run(std::move(command));
        CHECK_FALSE(outcome);
        return outcome ? std::string() : describe(outcome.error());
    }
    void later(int64_t ms) { platform::headless::set_fixed_clock(platform::now_ms() + ms); }

    RecordRef add(std::string const& title, std::vector<ChannelDraft> channels = {},
                  std::vector<FieldText> texts = {}) {
        AddEnquiry enquiry;
        if (!title.empty()) texts.insert(texts.begin(), {"title", title});
        enquiry.texts = std::move(texts);
        enquiry.channels = std::move(channels);
        auto const outcome = run(enquiry);
        REQUIRE(outcome.made);
        return *outcome.made;
    }
    StageId lead_stage(char const* key) { return stage_id(leadkeep::Board::leads, key); }
    StageId deal_stage(char const* key) { return stage_id(leadkeep::Board::deals, key); }
    Outcome move(RecordRef card, StageId to, Uuid above = {}, Uuid below = {}) {
        return run(MoveCard{card, to, above, below, std::nullopt, {}});
    }

    ColumnView const& column(StageId stage, Board board = Board::leads) {
        for (auto const& one : workspace->board(board).columns)
            if (one.stage.id == stage) return one;
        FAIL("no such column");
        return workspace->board(board).columns.front();
    }
    std::vector<std::string> titles(StageId stage, Board board = Board::leads) {
        std::vector<std::string> result;
        for (auto const& id : column(stage, board).cards)
            result.push_back(workspace->card_face({board == Board::leads ? Entity::lead : Entity::deal, id}).title);
        return result;
    }
    RecordView view(RecordRef record) {
        auto const& found = workspace->record(record);
        REQUIRE_MESSAGE(found, found.error().text);
        return *found;
    }
    FieldView field(RecordRef record, std::string const& name) {
        auto const shown = view(record);
        for (auto const& section : shown.sections)
            for (auto const& one : section.fields)
                if (one.register_name == name) return one;
        return {};
    }
    std::vector<std::string> history(RecordRef record) {
        std::vector<std::string> result;
        for (auto const& event : view(record).timeline)
            result.push_back(event.detail.empty() ? event.title : event.title + ": " + event.detail);
        return result;
    }
    std::vector<std::string> pills(RecordRef record) {
        std::vector<std::string> result;
        for (auto const& pill : workspace->card_face(record).pills) result.push_back(pill.text);
        return result;
    }

    std::unique_ptr<Workspace> workspace;
};

using Texts = std::vector<std::string>;

}  // namespace leadkeep::app
