// Cell by cell, each as its column's target says. Every cost is bounded, whatever the file holds.
#include "exchange/row_draft.h"

#include <algorithm>
#include <charconv>

#include "base/name_fold.h"
#include "base/ranges.h"
#include "domain/email.h"
#include "domain/phone.h"

namespace leadkeep::exchange {
namespace {

constexpr size_t longest_text = 1000, longest_comments = 100'000, longest_channel = 400, longest_tag = 100, longest_list_name = 200;
constexpr size_t longest_list = 20'000;  // of a cell of several values, before it is cut into them
constexpr size_t most_channels = 200, most_tags = 100;  // of one row: more is a table inside a cell, not ways to reach someone

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }

bool is_yes(std::string_view cell) {
    auto const folded = fold_name(cell);
    constexpr std::string_view words[] = {"y", "yes", "true", "1", "да", "д", "истина", "x", "on"};
    return ranges::find(words, folded) != std::end(words) || cell == "+";
}

// Cells of several values: our own export puts each on a line of its own; else the usual marks part them.
std::vector<std::string_view> split_values(std::string_view cell, std::string_view marks) {
    std::vector<std::string_view> values;
    bool const by_lines = cell.find('\n') != std::string_view::npos;
    for (size_t begin = 0; begin <= cell.size();) {
        auto const end = std::min(by_lines ? cell.find('\n', begin) : cell.find_first_of(marks, begin), cell.size());
        if (auto const value = trim_text(cell.substr(begin, end - begin)); !value.empty()) values.push_back(value);
        begin = end + 1;
    }
    return values;
}

// Google Contacts parts the values of a cell by " ::: ".
std::vector<std::string_view> split_google_values(std::string_view cell) {
    std::vector<std::string_view> values;
    for (size_t begin = 0; begin <= cell.size();) {
        auto const end = std::min(cell.find(":::", begin), cell.size());
        if (auto const value = trim_text(cell.substr(begin, end - begin)); !value.empty()) values.push_back(value);
        begin = end + 3;
    }
    return values;
}

}  // namespace

std::string_view RowDraft::text(std::string_view key) const {
    auto const found = ranges::find(texts, key, &Text::key);
    return found == texts.end() ? std::string_view{} : found->value;
}

bool RowDraft::is_empty() const {
    bool const only_constants = texts.empty() && name == PersonName{} && channels.empty() && customs.empty();
    // A stage, a manager or a date alone is no record.
    return only_constants && tags.empty() && !(amount && amount->minor != 0);
}

std::string_view clean_cell(std::string_view cell, std::string& buffer) {
    // A trailing line break after a value that has commas of its own says "one value": see csv_writer.h.
    auto clean = cell;
    if (ranges::any_of(cell, is_control)) {
        buffer.clear();
        ranges::copy_if(cell, std::back_inserter(buffer), [](char c) { return !is_control(c); });
        clean = buffer;
    }
    bool const one_value = clean.ends_with('\n') && clean.size() > 1;
    auto const trimmed = trim_text(clean);
    if (trimmed.size() >= 2 && trimmed[0] == '\'' && std::string_view("=+-@\t'").find(trimmed[1]) != std::string_view::npos) {
        auto const bare = trimmed.substr(1);
        return one_value ? std::string_view(bare.data(), bare.size() + 1) : bare;
    }
    return one_value && !trimmed.empty() && trimmed.data() + trimmed.size() + 1 == clean.data() + clean.size()
               ? std::string_view(trimmed.data(), trimmed.size() + 1)
               : trimmed;
}

RowReader::RowReader(RowOptions options) : options_(std::move(options)) {
    for (size_t i = 0; i < options_.targets.size(); ++i) {
        auto const* const target = find_target(options_.targets[i]);
        if (!target) continue;
        Column column{i, target, {}, {}};
        if (target->kind == TargetKind::channel) {
            auto const colon = target->key.find(':');
            column.channel_kind = target->key.substr(0, colon);
            column.channel_type = target->key.substr(colon + 1);
        }
        columns_.push_back(column);
    }
    options_.headers.resize(options_.targets.size());
}

void RowReader::clear() {
    draft_.texts.clear();
    draft_.name = {};
    draft_.amount.reset();
    draft_.created.reset();
    for (auto* text : {&draft_.currency, &draft_.stage, &draft_.source, &draft_.manager, &draft_.created_by, &full_name_}) text->clear();
    draft_.tags.clear();
    draft_.channels.clear();
    draft_.customs.clear();
    draft_.complaints.clear();
}

void RowReader::complain(RowDraft::Fault fault, Column const& column, std::string_view value) {
    size_t end = std::min<size_t>(value.size(), 60);
    while (end > 0 && end < value.size() && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
    draft_.complaints.push_back({fault, options_.headers[column.index], std::string(value.substr(0, end))});
}

std::string RowReader::clipped(Column const& column, std::string_view value, size_t longest) {
    if (value.size() <= longest) return std::string(value);
    complain(RowDraft::Fault::too_long, column, value);
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
    return std::string(value.substr(0, end));
}

void RowReader::keep_in_comments(Column const& column, std::string_view value) {
    auto const& header = options_.headers[column.index];
    auto const line = (header.empty() ? std::string{} : header + ": ") + std::string(value);
    auto const found = ranges::find(draft_.texts, "comments", &RowDraft::Text::key);
    if (found == draft_.texts.end()) draft_.texts.push_back({"comments", clipped(column, line, longest_comments)});
    else if (found->value.size() + line.size() < longest_comments) found->value += "\n" + line;
}

void RowReader::take_text(Column const& column, std::string_view cell) {
    auto const key = column.target->key;
    bool const joins = column.target->kind == TargetKind::joined_text;
    bool const is_name = key == "first_name" || key == "last_name" || key == "middle_name";
    if ((is_name || key == "company_name") && is_no_name(cell)) return;
    if (is_name) {
        auto& part = key == "first_name" ? draft_.name.first : key == "last_name" ? draft_.name.last : draft_.name.middle;
        if (part.empty()) part = clipped(column, cell, longest_text);
        return;
    }
    if (key == "honorific") {
        if (draft_.name.honorific.empty()) draft_.name.honorific = clipped(column, cell, longest_text);
        return;
    }
    auto const longest = key == "comments" ? longest_comments : longest_text;
    auto const found = ranges::find(draft_.texts, key, &RowDraft::Text::key);
    if (found == draft_.texts.end()) {
        draft_.texts.push_back({key, clipped(column, cell, longest)});
        return;
    }
    // The first column that has a value wins, unless columns of this target add up.
    if (!joins || found->value.find(cell) != std::string::npos) return;
    found->value = clipped(column, found->value + (key == "comments" ? "\n" : ", ") + std::string(cell), longest);
}

void RowReader::take_channels(Column const& column, std::string_view cell) {
    auto const add = [&](std::string_view value) {
        auto const same = [&](auto const& one) { return one.kind == column.channel_kind && one.value == value; };
        if (ranges::any_of(draft_.channels, same) || draft_.channels.size() >= most_channels) return;
        draft_.channels.push_back({column.channel_kind, column.channel_type, clipped(column, value, longest_channel)});
    };
    auto const add_all = [&](auto const& values) {
        for (auto const& value : values) add(value);
    };
    auto const whole = clipped(column, cell, longest_list);
    if (whole.find('\n') != std::string::npos) return add_all(split_values(whole, "\n"));
    for (auto const part : split_google_values(whole)) {
        if (column.channel_kind == "phone") add_all(split_phones(part));
        else if (column.channel_kind == "email") add_all(split_emails(part));
        else add_all(split_values(part, ";"));
    }
}

void RowReader::take_tags(Column const& column, std::string_view cell) {
    auto const whole = clipped(column, cell, longest_list);
    for (auto const value : split_values(whole, ",;|\t"))
        for (auto tag : split_google_values(value)) {
            if (tag.starts_with("* ")) tag.remove_prefix(2);  // Google's own groups
            if (draft_.tags.size() < most_tags) draft_.tags.push_back(clipped(column, tag, longest_tag));
        }
    auto keep = draft_.tags.begin();
    for (auto tag = keep; tag != draft_.tags.end(); ++tag) {
        if (tag->empty() || std::find(draft_.tags.begin(), keep, *tag) != keep) continue;
        if (keep != tag) *keep = std::move(*tag);
        ++keep;
    }
    draft_.tags.erase(keep, draft_.tags.end());
}

void RowReader::take_date(Column const& column, std::string_view cell) {
    bool const is_moment = column.target->kind == TargetKind::moment;
    auto const date = parse_date_text(cell, options_.date_order);
    if (!date || (is_moment && date->year == 0)) {
        complain(RowDraft::Fault::not_a_date, column, cell);
        keep_in_comments(column, cell);
    } else if (is_moment) {
        if (!draft_.created) draft_.created = date;
    } else if (draft_.text(column.target->key).empty()) {
        draft_.texts.push_back({column.target->key, calendar_date(*date)});
    }
}

void RowReader::take_amount(Column const& column, std::string_view cell) {
    if (draft_.amount) return;
    // The currency may stand in a column of its own, further right as well; minor units follow it (see read()).
    draft_.amount = parse_money(cell, options_.currency);
    if (draft_.amount) return;
    complain(RowDraft::Fault::not_an_amount, column, cell);
    keep_in_comments(column, cell);
}

void RowReader::take_integer(Column const& column, std::string_view cell) {
    constexpr int64_t greatest = 1'000'000;
    int64_t value = 0;
    auto const digits = cell.substr(0, cell.find_first_not_of("0123456789"));
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc{} || value > greatest) {
        complain(RowDraft::Fault::not_a_number, column, cell);
        keep_in_comments(column, cell);
    } else if (draft_.text(column.target->key).empty()) {
        draft_.texts.push_back({column.target->key, std::to_string(value)});
    }
}

// A name to be looked up; the first column that has one wins.
void RowReader::take_name(Column const& column, std::string_view cell, std::string& name) {
    if (name.empty() && !is_no_name(cell)) name = clipped(column, cell, longest_list_name);
}

void RowReader::take(Column const& column, std::string_view raw) {
    auto const kind = column.target->kind;
    // Lists keep a line break at the end: see csv_writer.h.
    auto const cell = kind == TargetKind::channel || kind == TargetKind::tags ? raw : trim_text(raw);
    switch (kind) {
        case TargetKind::text:
        case TargetKind::joined_text: return take_text(column, cell);
        case TargetKind::date:
        case TargetKind::moment: return take_date(column, cell);
        case TargetKind::money: return take_amount(column, cell);
        case TargetKind::integer: return take_integer(column, cell);
        case TargetKind::stage: return take_name(column, cell, draft_.stage);
        case TargetKind::source: return take_name(column, cell, draft_.source);
        case TargetKind::manager: return take_name(column, cell, draft_.manager);
        case TargetKind::created_by: return take_name(column, cell, draft_.created_by);
        case TargetKind::tags: return take_tags(column, cell);
        case TargetKind::channel: return take_channels(column, cell);
        case TargetKind::currency:
            if (draft_.currency.empty()) draft_.currency = currency_by_name(cell);
            return;
        case TargetKind::flag:
            if (is_yes(cell) && draft_.text(column.target->key).empty()) draft_.texts.push_back({column.target->key, "1"});
            return;
        case TargetKind::full_name:
            if (full_name_.empty() && !is_no_name(cell)) full_name_ = clipped(column, cell, longest_text);
            return;
        case TargetKind::custom: draft_.customs.push_back({column.index, clipped(column, cell, longest_comments)}); return;
    }
}

RowDraft const& RowReader::read(CsvRow const& row) {
    clear();
    draft_.line = row.line;
    Column const* money = nullptr;
    std::string_view money_cell;
    for (auto const& column : columns_) {
        if (column.index >= row.fields.size() || row.fields[column.index].empty()) continue;
        auto const cell = clean_cell(row.fields[column.index], cleaned_);
        if (cell.empty()) continue;
        if (column.target->kind == TargetKind::money && !money) {
            money = &column;
            money_cell = row.fields[column.index];
        }
        take(column, cell);
    }
    if (!full_name_.empty() && draft_.name.first.empty() && draft_.name.last.empty()) {
        auto honorific = std::move(draft_.name.honorific);
        draft_.name = split_full_name(full_name_);
        if (!honorific.empty()) draft_.name.honorific = std::move(honorific);
    }
    // "1500" in the column "Currency: JPY" is 1500 yen, not 150 000 of a minor unit.
    if (draft_.amount && money && !draft_.currency.empty() && draft_.currency != options_.currency)
        draft_.amount = parse_money(clean_cell(money_cell, cleaned_), draft_.currency);
    if (draft_.amount && draft_.currency.empty() && draft_.amount->currency != options_.currency) draft_.currency = draft_.amount->currency;
    auto const extra = std::find_if(row.fields.begin() + static_cast<ptrdiff_t>(std::min(options_.targets.size(), row.fields.size())),
                                            row.fields.end(), [](auto field) { return !trim_text(field).empty(); });
    if (extra != row.fields.end())
        draft_.complaints.push_back({RowDraft::Fault::more_values_than_columns, {}, std::string(trim_text(*extra).substr(0, 60))});
    return draft_;
}

}  // namespace leadkeep::exchange
