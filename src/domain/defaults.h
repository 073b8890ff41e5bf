// What a new workspace starts with: stages, sources, loss reasons, settings. Every device makes the same rows (ids from
// natural keys, zero stamps), so that a fresh one never overrules a team. Names come from tr() until someone renames.
// Limits: the order and the keys are for ever; texts and colours may only change by a migration.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/i18n.h"
#include "base/uuid.h"
#include "domain/entity.h"

namespace leadkeep {

enum class Board : uint8_t { leads, deals };
std::string_view board_name(Board board);  // stage.board: "lead", "deal"

enum class Meaning : uint8_t { progress, success, failure };
std::string_view meaning_name(Meaning meaning);  // stage.meaning
Meaning meaning_by_name(std::string_view name);  // unknown (a newer version's): progress

struct DefaultStage {
    Board board;
    std::string_view key;
    char const* name;    // English, for tr()
    std::string_view colour;
    Meaning meaning;
    std::string_view funnel_place;   // top | middle | bottom
    int64_t stall_limit_days;        // 0: none
};
std::span<DefaultStage const> default_stages();      // both boards
std::span<DefaultStage const> second_lead_preset();  // offered in the settings

struct DefaultSource {
    std::string_view key;
    char const* name;
};
std::span<DefaultSource const> default_sources();

enum class Note : uint8_t { optional, asked };
struct DefaultLossReason {
    std::string_view key;
    char const* name;
    Note note;
};
std::span<DefaultLossReason const> default_loss_reasons();

// Values are JSON; null means "by the language of the device" (see below).
struct DefaultSetting {
    std::string_view key;
    std::string_view value;
};
namespace setting {
constexpr std::string_view mode = "mode";          // "classic" | "simple"
constexpr std::string_view country = "country";    // ISO 3166 alpha-2, for phones without a country code
constexpr std::string_view currency = "currency";  // ISO 4217
}  // namespace setting
std::span<DefaultSetting const> default_settings();
std::string_view usual_country(Language language);
std::string_view usual_currency(Language language);

StageId stage_id(Board board, std::string_view key);
SourceId source_id(std::string_view key);
LossReasonId loss_reason_id(std::string_view key);
Uuid setting_id(std::string_view key);

// The name to show for a stage, source or loss reason: the person's own, else the default's by its key, else the key.
std::string stage_name(Board board, std::string_view key, std::string_view name);
std::string source_name(std::string_view key, std::string_view name);
std::string loss_reason_name(std::string_view key, std::string_view name);

}  // namespace leadkeep
