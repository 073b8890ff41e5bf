// One line per default of domain/defaults.h, in both languages and in the words of other CRMs.
#include "exchange/list_names.h"

#include <algorithm>

#include "base/ranges.h"

namespace leadkeep::exchange {
namespace {

struct Names {
    std::string_view key, names;  // folded, parted by |, with one at both ends
};

constexpr Names lead_stages[] = {
    {"new", "|не обработан|not processed|unassigned|неразобранное|новый|новая|новый лид|new|new lead|"},
    {"in_progress", "|в работе|in progress|в обработке|взят в работу|"},
    {"processed", "|обработан|processed|"},
    {"quality", "|качественный лид|quality lead|good lead|сконвертирован|converted|"},
    {"junk", "|некачественный лид|junk lead|junk|спам|"},
    {"open", "|открыт|open|"},
    {"contacted", "|установлен контакт|contacted|attempted to contact|connected|первичный контакт|"},
    {"nurturing", "|прогрев|nurturing|"},
    {"qualified", "|квалифицирован|qualified|"},
    {"negotiation", "|переговоры|negotiation|"},
    {"customer", "|клиент|customer|"},
    {"inactive", "|неактивный|неактивен|inactive|"},
    {"unqualified", "|не подходит|неквалифицирован|не квалифицирован|unqualified|disqualified|"},
};
constexpr Names deal_stages[] = {
    {"new", "|новая|новая сделка|new|new deal|неразобранное|первичный контакт|appointment scheduled|appointmentscheduled|qualified to buy|"},
    {"preparation", "|подготовка документов|подготовка|preparation|document preparation|presentation scheduled|"},
    {"prepayment", "|предоплата|предоплатный счет|prepayment|prepayment invoice|"},
    {"in_work", "|в работе|in work|in progress|переговоры|принимают решение|согласование договора|contract sent|"},
    {"final_invoice", "|финальный счет|final invoice|"},
    {"won", "|сделка успешна|сделка выиграна|успешно реализовано|won|closed won|closedwon|deal won|success|"},
    {"lost", "|сделка проиграна|сделка провалена|закрыто и не реализовано|lost|closed lost|closedlost|deal lost|"},
    {"failure_analysis", "|анализ причины провала|failure analysis|analyze failure|"},
};
constexpr Names sources[] = {
    {"call", "|звонок|входящий звонок|call|phone call|телефон|телефонный звонок|incoming call|"},
    {"email", "|e mail|email|электронная почта|почта|"},
    {"website", "|сайт|веб сайт|вебсайт|website|web site|web|"},
    {"advertising", "|реклама|advertising|advertisement|ads|"},
    {"existing_client", "|существующий клиент|existing client|existing customer|"},
    {"recommendation", "|по рекомендации|рекомендация|recommendation|referral|by recommendation|"},
    {"exhibition", "|выставка|exhibition|trade show|show exhibition|"},
    {"web_form", "|crm форма|форма на сайте|веб форма|web form|crm form|"},
    {"call_back", "|обратный звонок|call back|callback|заказ звонка|"},
    {"messenger", "|мессенджер|messenger|онлайн чат|открытая линия|чат|live chat|"},
    {"walk_in", "|посетитель|пришел лично|пришел сам|walk in|самоход|"},
    {"other", "|другое|other|прочее|"},
};

std::string_view find(std::span<Names const> table, std::string_view folded) {
    if (folded.empty()) return {};
    auto const wanted = "|" + std::string(folded) + "|";
    auto const found = ranges::find_if(table, [&](auto const& one) { return one.names.find(wanted) != std::string_view::npos; });
    return found == table.end() ? std::string_view{} : found->key;
}

}  // namespace

std::string_view stage_key_by_name(Board board, std::string_view folded) {
    return board == Board::leads ? find(lead_stages, folded) : find(deal_stages, folded);
}
std::string_view source_key_by_name(std::string_view folded) { return find(sources, folded); }

}  // namespace leadkeep::exchange
