// The names behind labels.h.
#include "app/labels.h"

#include <utility>

#include "base/i18n.h"
#include "domain/defaults.h"
#include "platform/locale.h"

namespace leadkeep::app {
namespace {

using Pair = std::pair<std::string_view, char const*>;
constexpr Pair channel_kinds[] = {{"phone", tr_mark("Phone")},
                                  {"email", tr_mark("E-mail")},
                                  {"web", tr_mark("Web page")},
                                  {"messenger", tr_mark("Messenger")},
                                  {"profile", tr_mark("Profile")}};
constexpr Pair channel_types[] = {{"work", tr_mark("work")},
                                  {"mobile", tr_mark("mobile")},
                                  {"home", tr_mark("home")},
                                  {"fax", tr_mark("fax")},
                                  {"other", tr_mark("other")},
                                  // Networks, as imports name them; proper names in every language.
                                  {"telegram", "Telegram"},
                                  {"whatsapp", "WhatsApp"},
                                  {"viber", "Viber"},
                                  {"skype", "Skype"},
                                  {"vk", "VK"},
                                  {"facebook", "Facebook"},
                                  {"instagram", "Instagram"},
                                  {"linkedin", "LinkedIn"}};
constexpr Pair activity_kinds[] = {{"call", tr_mark("Call")},
                                   {"meeting", tr_mark("Meeting")},
                                   {"task", tr_mark("Task")},
                                   {"email", tr_mark("E-mail")},
                                   {"message", tr_mark("Message")}};

template <size_t n>
std::string named(Pair const (&pairs)[n], std::string_view key) {
    for (auto const& [one, name] : pairs)
        if (one == key) return tr(name);
    return std::string(key);
}

std::string digits_to_dial(std::string_view phone) {
    std::string digits;
    for (char c : phone)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    return digits;
}

}  // namespace

std::string display_name(store::Row const& row) {
    std::string const key = row.text("key"), name = row.text("name");
    if (row.entity() == Entity::source) return source_name(key, name);
    if (row.entity() == Entity::loss_reason) return loss_reason_name(key, name);
    return stage_name(
        row.text("board") == board_name(leadkeep::Board::deals) ? leadkeep::Board::deals : leadkeep::Board::leads, key,
        name);
}

std::string channel_kind_name(std::string_view kind) { return named(channel_kinds, kind); }
std::string channel_type_name(std::string_view type) { return named(channel_types, type); }
std::string activity_kind_name(std::string_view kind) { return named(activity_kinds, kind); }

std::string entity_name(Entity entity) {
    switch (entity) {
        case Entity::lead: return tr("Lead");
        case Entity::contact: return tr("Contact");
        case Entity::company: return tr("Company");
        case Entity::deal: return tr("Deal");
        default: return {};
    }
}

std::string person_name(store::Row const& row) {
    std::string name;
    for (auto const* column : {"first_name", "middle_name", "last_name"}) {
        std::string const part = row.text(column);
        if (!part.empty()) name += (name.empty() ? "" : " ") + part;
    }
    return name;
}

std::string record_title(store::Row const& row) {
    switch (row.entity()) {
        case Entity::lead: return row.has("title") ? row.text("title") : trf("Lead {0}", {row.text("number")});
        case Entity::deal: return row.has("title") ? row.text("title") : trf("Deal {0}", {row.text("number")});
        case Entity::contact: {
            std::string const name = person_name(row);
            return name.empty() ? tr("Contact without a name") : name;
        }
        case Entity::company: return row.has("name") ? row.text("name") : tr("Company without a name");
        default: return {};
    }
}

std::string channel_link(ChannelDraft const& channel, std::string_view normal) {
    if (channel.kind == "phone" && channel.type != "fax") {
        std::string const digits = digits_to_dial(normal.empty() ? std::string_view(channel.value) : normal);
        return digits.empty() ? "" : "tel:" + digits;
    }
    if (channel.kind == "email" && !normal.empty()) return "mailto:" + std::string(normal);
    if (channel.kind == "messenger" && channel.type == "telegram" && channel.value.starts_with("@"))
        return "https://t.me/" + channel.value.substr(1);
    bool const is_address = channel.value.starts_with("https://") || channel.value.starts_with("http://");
    if (is_address) return channel.value;
    // "example.com/x": a host with a point and no space.
    bool const like_a_host =
        channel.value.find('.') != std::string::npos && channel.value.find(' ') == std::string::npos &&
        channel.value.find('@') == std::string::npos && channel.value.find(':') == std::string::npos;
    return (channel.kind == "web" || channel.kind == "profile") && like_a_host ? "https://" + channel.value : "";
}

std::string channel_text(store::Row const& channel) { return channel.text("value"); }

std::string money_text(Money const& money) { return platform::format_money(money.minor, money.currency); }

}  // namespace leadkeep::app
