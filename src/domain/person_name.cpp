// Russian names come in two orders (a spreadsheet says "Петров Иван", a form "Иван Петров"): the patronymic settles it, else a
// given name that everybody knows, else the ending of a surname.
#include "domain/person_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/name_fold.h"
#include "base/ranges.h"

namespace leadkeep {
namespace {

constexpr std::string_view given_names =
    " александр алексей анатолий андрей антон аркадий артем артур богдан борис вадим валентин валерий василий виктор виталий "
    "владимир владислав вячеслав геннадий георгий герман глеб григорий даниил данила денис дмитрий евгений егор иван игорь илья "
    "кирилл константин лев леонид максим марат марк матвей михаил никита николай олег павел петр роман руслан савелий сергей "
    "семен станислав степан тимофей тимур федор филипп эдуард юрий яков ярослав ринат рустам ильдар азат "
    "александра алена алина алла анастасия анна ангелина валентина валерия варвара василиса вера вероника виктория галина дарья "
    "диана ева евгения екатерина елена елизавета жанна зинаида зоя инна ирина карина кира кристина ксения лариса лидия любовь "
    "людмила майя маргарита марина мария милана надежда наталья наталия нина оксана олеся ольга полина раиса регина светлана "
    "снежана софия софья таисия тамара татьяна ульяна эвелина элина эльвира юлия яна ";

constexpr std::string_view honorifics = " mr mrs ms miss mx dr prof sir madam herr frau mme г н г жа господин госпожа товарищ д р ";
constexpr std::string_view particles = " van von der den de di da del della la le bin ibn al el ter ten dos du фон де ван дер ";

bool is_listed(std::string_view list, std::string_view folded) {
    return !folded.empty() && list.find(" " + std::string(folded) + " ") != std::string_view::npos;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    return ranges::any_of(endings, [&](auto ending) { return text.size() > ending.size() + 2 && text.ends_with(ending); });
}

bool is_patronymic(std::string_view folded) {
    return ends_with_any(folded, {"ович", "евич", "ич", "овна", "евна", "ична", "инична"}) ? !ends_with_any(folded, {"кович"}) || folded.size() > 14
                                                                                          : folded == "оглы" || folded == "кызы";
}

bool is_surname(std::string_view folded) {
    return ends_with_any(folded, {"ов", "ова", "ев", "ева", "ин", "ина", "ын", "ына", "ский", "ская", "цкий", "цкая", "енко", "ук",
                                  "юк", "чик", "ян", "швили", "дзе", "ых", "их", "ко", "ец", "ик"});
}

bool is_cyrillic(std::string_view text) {
    size_t at = 0;
    while (at < text.size()) {
        auto const c = next_code_point(text, at);
        if (c >= 0x400 && c <= 0x52F) return true;
    }
    return false;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (size_t at = 0; at <= text.size();) {
        auto const c = at < text.size() ? next_code_point(text, at) : (++at, U' ');
        if (c > 0x20 && c != 0xA0) {
            append_code_point(word, c);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    return words;
}

std::string join(std::vector<std::string> const& words, size_t begin, size_t end) {
    std::string text;
    for (size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + words[i];
    return text;
}

PersonName russian_name(std::vector<std::string> words, PersonName name) {
    auto const size = words.size();
    std::vector<std::string> folded;
    for (auto const& word : words) folded.push_back(fold_name(word));
    for (size_t i = 1; i < size; ++i) {
        if (!is_patronymic(folded[i])) continue;
        // «Имя Отчество [Фамилия]» or «Фамилия Имя Отчество».
        bool const turkic = folded[i] == "оглы" || folded[i] == "кызы";
        auto const patronymic = turkic && i >= 2 ? i - 1 : i;
        if (patronymic >= 2 && i + 1 == size) {
            name.last = join(words, 0, patronymic - 1);
            name.first = words[patronymic - 1];
        } else {
            name.first = join(words, 0, patronymic);
            name.last = join(words, i + 1, size);
        }
        name.middle = join(words, patronymic, i + 1);
        return name;
    }
    if (size == 2) {
        bool const first_is_given = is_listed(given_names, folded[0]), second_is_given = is_listed(given_names, folded[1]);
        bool const turned = second_is_given != first_is_given ? second_is_given : is_surname(folded[0]) && !is_surname(folded[1]);
        name.first = turned ? words[1] : words[0];
        name.last = turned ? words[0] : words[1];
        return name;
    }
    if (is_listed(given_names, folded[1]) && !is_listed(given_names, folded[0])) {
        name.last = words[0];
        name.first = words[1];
        name.middle = join(words, 2, size);
        return name;
    }
    name.first = words[0];
    name.middle = join(words, 1, size - 1);
    name.last = words[size - 1];
    return name;
}

}  // namespace

PersonName split_full_name(std::string_view full_name) {
    PersonName name;
    auto text = trim_text(full_name);
    if (is_no_name(text)) return name;
    auto words = words_of(text);
    while (words.size() > 1) {
        auto const folded = fold_name(words[0]);
        // «г-н» folds to two words that stand in the list; either alone is an initial.
        bool const initial = folded == "г" || folded == "н" || folded == "д" || folded == "р" || folded == "жа";
        if (initial || !is_listed(honorifics, folded)) break;
        name.honorific += (name.honorific.empty() ? "" : " ") + words[0];
        words.erase(words.begin());
    }
    if (words.empty()) return name;
    if (auto const comma = ranges::find_if(words, [](auto const& word) { return word.size() > 1 && word.ends_with(','); });
        comma != words.end() && comma + 1 != words.end()) {
        auto const at = static_cast<size_t>(comma - words.begin());
        words[at].pop_back();
        name.last = join(words, 0, at + 1);
        name.first = words[at + 1];
        name.middle = join(words, at + 2, words.size());
        return name;
    }
    if (words.size() == 1) {
        name.first = words[0];
        return name;
    }
    if (is_cyrillic(words[0])) return russian_name(std::move(words), std::move(name));
    size_t last = words.size() - 1;
    while (last > 1 && is_listed(particles, fold_name(words[last - 1]))) --last;
    name.first = words[0];
    name.middle = join(words, 1, last);
    name.last = join(words, last, words.size());
    return name;
}

std::string join_full_name(PersonName const& name) {
    std::string text;
    for (auto const* part : {&name.first, &name.middle, &name.last}) {
        auto const trimmed = trim_text(*part);
        if (trimmed.empty()) continue;
        if (!text.empty()) text += ' ';
        text += trimmed;
    }
    return text;
}

bool is_no_name(std::string_view text) {
    auto const folded = fold_name(text);
    return folded.empty() || folded == "без имени" || folded == "no name" || folded == "без названия" || folded == "unnamed" ||
           folded == "не указано" || folded == "не указан";
}

}  // namespace leadkeep
