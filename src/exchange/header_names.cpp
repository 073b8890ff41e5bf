// One table, a line per target. Names are folded: lower case, ё as е, only letters and digits, one space between words.
#include "exchange/header_names.h"

#include <string>
#include <unordered_map>

namespace leadkeep::exchange {
namespace {

struct Names {
    std::string_view key;
    std::string_view names;  // parted by |
};

// Bitrix24, amoCRM, Atomic CRM, HubSpot, Google Contacts, Pipedrive, Outlook; our own headers in both languages.
constexpr Names table[] = {
    {"title", "название лида|название сделки|lead title|deal title|deal name|lead name|название|наименование|тема|subject|title|заголовок|"
              "сделка|deal|lead|лид|название карточки|opportunity name|opportunity"},
    {"stage", "стадия|стадия сделки|этап|этап сделки|статус лида|стадия лида|статус сделки|stage|deal stage|lead stage|lead status|"
              "pipeline stage|lifecycle stage|статус|status|состояние|статус обработки"},
    {"amount", "сумма|сумма сделки|amount|deal value|value|total|price|цена сделки|стоимость|deal amount|сумма заказа|возможная сумма|"
               "opportunity amount|expected revenue|revenue|бюджет сделки|бюджет ₽|бюджет руб"},
    {"currency", "валюта|currency|код валюты|currency code|валюта сделки|deal currency"},
    {"full_name", "фио|ф и о|full name|полное имя|полное имя контакта|contact name|имя контакта|контакт|contact|основной контакт|клиент|"
                  "client|person|contact person|контактное лицо|имя клиента|фио клиента|customer|customer name|покупатель|заказчик|display name|"
                  "person name|имя и фамилия|фамилия и имя|фамилия имя|имя фамилия|фамилия имя отчество|primary contact|name|имя название"},
    {"honorific", "обращение|форма обращения|form of address|salutation|honorific|name prefix|prefix|mr mrs"},
    {"first_name", "имя|first name|firstname|given name|first|имя контактного лица|forename"},
    {"middle_name", "отчество|middle name|middlename|additional name|second name|patronymic"},
    {"last_name", "фамилия|last name|lastname|surname|family name|last"},
    {"birth_date", "дата рождения|день рождения|birthday|birth date|birthdate|date of birth|dob|др"},
    {"company_name", "компания|название компании|компания контакта|организация|название организации|company|company name|companyname|"
                     "organization|organisation|organization name|account|account name|фирма|юридическое лицо|юрлицо|business name|"
                     "название фирмы|name of the company|employer|associated company"},
    {"industry", "отрасль|industry|сфера деятельности|сфера"},
    {"job_title", "должность|position|job title|jobtitle|job|role|organization title|job position|должность контакта|роль"},
    {"phone:work", "рабочий телефон|телефон|phone|phone number|work phone|phone work|business phone|telephone|тел|номер телефона|"
                   "телефон рабочий|телефон компании|company phone|main phone|контактный телефон|phone value|phones|телефоны|"
                   "primary phone|business phone 2|office phone|phone number work|рабочий тел|рабочий прямой телефон"},
    {"phone:mobile", "мобильный телефон|мобильный|mobile|mobile phone|cell|cell phone|phone mobile|mobile phone number|сотовый|"
                     "сотовый телефон|телефон мобильный|моб телефон|mobile number|whatsapp phone number|phone cell"},
    {"phone:home", "домашний телефон|home phone|phone home|телефон домашний|home phone 2"},
    {"phone:fax", "номер факса|факс|fax|fax number|business fax|phone fax|home fax|work fax|fax work"},
    {"phone:other", "другой телефон|номер пейджера|телефон для рассылок|phone other|other phone|дополнительный телефон|"
                    "доп телефон|secondary phone|pager|alternate phone|второй телефон|main phone other|assistant s phone"},
    {"email:work", "рабочий e mail|рабочий email|e mail|email|mail|work e mail|work email|email work|e mail value|email address|"
                   "e mail address|почта|электронная почта|адрес электронной почты|рабочая почта|эл почта|емейл|имейл|"
                   "business email|email value|emails|e mails|primary email|почта рабочая|e mail рабочий|email рабочий"},
    {"email:home", "частный e mail|личный e mail|личный email|email home|home email|personal email|private e mail|private email|"
                   "личная почта|home e mail|домашний e mail|e mail личный|email личный|e mail personal|email personal"},
    {"email:other", "другой e mail|e mail для рассылок|другой email|email other|other e mail|other email|secondary email|"
                    "additional email addresses|e mail прочий"},
    {"messenger:telegram", "контакт telegram|telegram|телеграм|telegram username|телеграмм|tg|ник telegram"},
    {"messenger:whatsapp", "whatsapp|контакт whatsapp|ватсап|вотсап|whats app"},
    {"messenger:viber", "контакт viber|viber|вайбер"},
    {"messenger:skype", "контакт skype|skype|скайп|skype username"},
    {"messenger:vk", "контакт вконтакте|vk messages|сообщения вконтакте"},
    {"messenger:facebook", "контакт facebook|facebook messenger"},
    {"messenger:other", "другой контакт|онлайн чат|контакт открытая линия|контакт icq|контакт msn live|контакт jabber|icq|jabber|"
                        "комментарии instagram|контакт битрикс24 network|messenger|мессенджер|other messenger|другой мессенджер|im value|"
                        "google talk|instant message"},
    {"profile:vk", "страница вконтакте|vk|вконтакте|vk page|vkontakte|vk com"},
    {"profile:facebook", "страница facebook|facebook|facebook page|facebook url|facebook company page"},
    {"profile:instagram", "instagram|инстаграм|страница instagram|instagram url"},
    {"profile:linkedin", "linkedin|linkedin url|linkedin profile|linkedin bio|linkedin company page|страница linkedin"},
    {"profile:other", "страница livejournal|микроблог twitter|twitter|twitter username|twitter handle|x twitter|other profile|"
                      "другой профиль|страница twitter"},
    {"web:work", "корпоративный сайт|сайт|website|web site|web|url|website url|website value|web page|site|веб сайт|сайт компании|"
                 "company website|company domain name|домен"},
    {"web:home", "личная страница|personal website|личный сайт|personal web page|home page"},
    {"web:other", "другой сайт|other website"},
    {"in_person", "came in person|пришел лично|пришел сам|walk in"},
    {"manager", "ответственный|менеджер|manager|owner|contact owner|deal owner|lead owner|company owner|sales|sales rep|responsible|"
                "responsible user|assigned to|assignee|ответственный менеджер|ответственный пользователь|account manager|sales person|"
                "salesperson|record owner|ответственный за лид|ответственный за сделку"},
    {"source", "источник|source|lead source|источник лида|источник сделки|откуда|original source|источник обращения|канал|"
               "referred by|откуда узнали|рекламный канал"},
    {"source_note", "дополнительно об источнике|описание источника|about the source|source note|source description|"
                    "source information|об источнике|original source drill down 1|original source drill down 2"},
    {"tags", "теги|тег|tags|tag|labels|label|метки|теги сделки|теги контакта|group membership|categories|category|groups|список|"
             "lead labels|ярлыки|контакт тип|тип клиента"},
    {"comments", "комментарий|комментарии|comment|comments|примечание|примечания|notes|note|background|description|описание|"
                 "заметки|заметка|дополнительно о статусе|message|сообщение|текст заявки|дополнительная информация|"
                 "примечание к сделке|remarks|about|details|additional information|biography|информация"},
    {"created", "дата создания|создан|создано|created|created at|create date|date created|creation date|first seen|дата|date|"
                "дата добавления|дата заявки|дата создания сделки|дата создания лида|added on|lead created|deal created|дата обращения|timestamp|"
                "отметка времени|created date|created on|created time"},
    {"created_by", "кем создан|кем создана|кем создано|created by|author|автор|создатель|created by user"},
    {"street", "адрес|улица|квартира|address|street|street address|address street|home street|business street|улица дом|дом|"
               "address line 1|address line 2|address formatted|фактический адрес|полный адрес|mailing street|улица номер дома|"
               "квартира офис комната этаж|дом корпус строение|home address|work address|business address|full address"},
    {"city", "город|city|town|address city|населенный пункт|business city|home city|mailing city|locality"},
    {"region", "область|регион|state|state region|region|province|address region|край|business state|home state|mailing state|"
               "область регион|state province|county"},
    {"postcode", "индекс|почтовый индекс|zip|zip code|postal code|postcode|address postal code|business postal code|home postal code|"
                 "zip postal code"},
    {"country", "страна|country|country region|address country|business country region|home country region|business country|home country"},
    {"product_interest", "товар|product|продукт|product interest|интерес|услуга|интересующий товар|интерес к продукту|products|товары|service|"
                         "чем интересуется"},
    {"market_segment", "сегмент|segment|market segment|сегмент рынка"},
    {"budget", "бюджет|budget"},
    {"authority", "полномочия|authority|лпр|decision maker|кто решает"},
    {"need", "потребность|need|needs|потребности"},
    {"time_frame", "срок|сроки|time frame|timeframe|timeline|срок покупки|когда нужно"},
    {"repeat", "повторный лид|повторное обращение|repeat enquiry|repeat lead|повторная сделка|повторный|repeat|repeat deal"},
    {"close_date", "ожидаемое закрытие|ожидаемая дата закрытия|предполагаемая дата закрытия|дата закрытия|close date|expected close date|"
                   "expected closing date|дата завершения|планируемая дата закрытия"},
    {"probability_percent", "вероятность|probability|вероятность сделки|deal probability|win probability"},
    {"loss_note", "loss note|примечание к отказу|причина отказа|lost reason|loss reason|причина проигрыша|closed lost reason|пояснение к отказу"},
    {"utm_source", "utm source|utm источник"},
    {"utm_medium", "utm medium|utm канал"},
    {"utm_campaign", "utm campaign|utm кампания|кампания|campaign"},
    {"utm_content", "utm content|utm содержание|utm объявление"},
    {"utm_term", "utm term|utm запрос|utm ключевые слова|utm ключевое слово"},
    {"number", "number|номер|номер лида|номер сделки"},
    {"external_id", "id|ид|id лида|id сделки|id контакта|id компании|number elsewhere|номер в другой системе|record id|contact id|deal id|"
                    "lead id|external id|внешний id|uid|uuid|guid|код|номер там откуда пришел|внешний номер"},
    // Known, and of no use here.
    {"", "дата изменения|кем изменен|кем изменена|путь клиента|переименование лида|создан crm формой|цена|количество|район|gender|"
         "last seen|has newsletter|company id|sales id|nb tasks|avatar|last modified date|last activity date|modified|updated at|"
         "updated|last contacted|photo|phone type|phone label|e mail type|e mail label|email type|website type|website label|"
         "address type|address label|address po box|address extended address|im type|im service|дата последнего изменения|"
         "дата редактирования|кем редактирована|воронка|pipeline|nickname|file as|initials|name suffix|phonetic first name|"
         "phonetic middle name|phonetic last name|organization department|пол|line|reason|строка|причина"},
};

struct Word {
    std::string_view part, key;
};
constexpr Word words[] = {
    {"факс", "phone:fax"},       {"fax", "phone:fax"},          {"мобильн", "phone:mobile"}, {"mobile", "phone:mobile"},
    {"сотов", "phone:mobile"},   {"телефон", "phone:work"},     {"phone", "phone:work"},     {"e mail", "email:work"},
    {"email", "email:work"},     {"почта", "email:work"},       {"telegram", "messenger:telegram"}, {"телеграм", "messenger:telegram"},
    {"whatsapp", "messenger:whatsapp"}, {"viber", "messenger:viber"}, {"skype", "messenger:skype"}, {"linkedin", "profile:linkedin"},
    {"instagram", "profile:instagram"}, {"facebook", "profile:facebook"}, {"вконтакте", "profile:vk"}, {"комментар", "comments"},
    {"примечани", "comments"},   {"comment", "comments"},       {"ответственн", "manager"},  {"менеджер", "manager"},
    {"сайт", "web:work"},        {"website", "web:work"},       {"дата рождения", "birth_date"}, {"birthday", "birth_date"},
    {"дата создания", "created"}, {"должность", "job_title"},   {"компани", "company_name"}, {"организаци", "company_name"},
};

std::unordered_map<std::string_view, std::string_view> const& index() {
    static auto const built = [] {
        std::unordered_map<std::string_view, std::string_view> by_name;
        for (auto const& [key, names] : table) {
            for (size_t begin = 0; begin <= names.size();) {
                auto const end = std::min(names.find('|', begin), names.size());
                by_name.emplace(names.substr(begin, end - begin), key);
                begin = end + 1;
            }
        }
        return by_name;
    }();
    return built;
}

// "phone 1 value" → "phone value": several columns of a kind are numbered.
std::string without_numbers(std::string_view folded) {
    std::string kept;
    for (size_t begin = 0; begin <= folded.size();) {
        auto const end = std::min(folded.find(' ', begin), folded.size());
        auto const word = folded.substr(begin, end - begin);
        if (word.find_first_not_of("0123456789") != std::string_view::npos) kept += (kept.empty() ? "" : " ") + std::string(word);
        begin = end + 1;
    }
    return kept;
}

}  // namespace

std::optional<std::string_view> target_by_header(std::string_view folded) {
    if (auto const found = index().find(folded); found != index().end()) return found->second;
    auto const plain = without_numbers(folded);
    if (auto const found = index().find(plain); !plain.empty() && found != index().end()) return found->second;
    return std::nullopt;
}

std::optional<std::string_view> target_by_word(std::string_view folded) {
    for (auto const& [part, key] : words)
        if (folded.find(part) != std::string_view::npos) return key;
    return std::nullopt;
}

}  // namespace leadkeep::exchange
