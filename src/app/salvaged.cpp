// The words for what was found; kinds that a person does not know by name are told together as settings and lists.
#include "app/salvaged.h"

#include <array>

#include "app/database_file.h"
#include "app/export_sync.h"
#include "base/i18n.h"

namespace leadkeep::app {
namespace {

using store::SalvagedKind;

SalvagedKind sum_of(std::initializer_list<SalvagedKind> kinds) {
    SalvagedKind sum{Entity::count_};
    for (auto const& kind : kinds) {
        sum.recovered += kind.recovered;
        sum.incomplete += kind.incomplete;
        sum.lost += kind.lost;
        sum.lost_is_all = sum.lost_is_all && kind.lost_is_all;
    }
    return sum;
}

SalvageLine line_of(std::string text, SalvagedKind const& kind) {
    bool const whole = kind.lost == 0 && kind.lost_is_all && kind.incomplete == 0;
    if (kind.lost > 0)
        text += kind.lost_is_all ? trn(", {0} is lost", ", {0} are lost", kind.lost)
                                 : trn(", at least {0} is lost", ", at least {0} are lost", kind.lost);
    else if (!kind.lost_is_all) text += tr("; whether there were more can't be told");
    if (kind.incomplete > 0) text += trn("; {0} lacks a long text", "; {0} lack a long text", kind.incomplete);
    return {whole ? SalvageLine::Loss::none : SalvageLine::Loss::some, std::move(text)};
}

}  // namespace

Result<Salvaged> Salvaged::from(std::string_view file) { return Salvaged(LK_TRY(store::salvage(bytes_of(file)))); }

std::vector<SalvageLine> Salvaged::lines() const {
    std::vector<SalvageLine> lines;
    auto const tell = [&](auto const& text, SalvagedKind const& kind) {
        if (kind.recovered + kind.lost > 0 || !kind.lost_is_all) lines.push_back(line_of(text(kind.recovered), kind));
    };
    auto const of = [&](Entity entity) { return salvage_.of(entity); };
    tell([](int64_t n) { return trn("{0} lead can be read", "{0} leads can be read", n); }, of(Entity::lead));
    tell([](int64_t n) { return trn("{0} deal can be read", "{0} deals can be read", n); }, of(Entity::deal));
    tell([](int64_t n) { return trn("{0} contact can be read", "{0} contacts can be read", n); }, of(Entity::contact));
    tell([](int64_t n) { return trn("{0} company can be read", "{0} companies can be read", n); }, of(Entity::company));
    tell([](int64_t n) { return trn("{0} phone, e-mail or link can be read", "{0} phones, e-mails and links can be read", n); }, of(Entity::channel));
    tell([](int64_t n) { return trn("{0} task, call or meeting can be read", "{0} tasks, calls and meetings can be read", n); }, of(Entity::activity));
    tell([](int64_t n) { return trn("{0} note or entry of the history can be read", "{0} notes and entries of the history can be read", n); }, of(Entity::event));
    tell([](int64_t n) { return trn("{0} link, tag or product can be read", "{0} links, tags and products can be read", n); },
         sum_of({of(Entity::product_line), of(Entity::tag_link), of(Entity::custom_value), of(Entity::contact_company), of(Entity::deal_contact)}));
    return lines;
}

std::string Salvaged::summary() const {
    int64_t lost = 0, incomplete = 0;
    bool all = true;
    for (auto const& kind : salvage_.kinds) {
        lost += kind.lost;
        incomplete += kind.incomplete;
        all = all && kind.lost_is_all;
    }
    if (lost > 0 || incomplete > 0) return tr("A part is lost; everything else can be read.");
    if (!all) return tr("What could be found can be read; whether there was more can't be told.");
    return tr("Everything can be read: what was damaged is not a part of your data.");
}

Result<std::string> Salvaged::database_file() const { return text_of(LK_TRY(salvage_.image.bytes())); }

Result<std::string> Salvaged::sync_file() const { return export_sync_file(*salvage_.store); }

}  // namespace leadkeep::app
