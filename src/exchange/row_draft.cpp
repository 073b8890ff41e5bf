#include "exchange/row_draft.h"

#include <algorithm>
#include <charconv>

#include "base/ranges.h"
#include "domain/email.h"
#include "domain/name_fold.h"
#include "domain/phone.h"

namespace leadkeep::exchange {
namespace {

constexpr size_t longest_text = 1000, longest_comments = 100'000, longest_channel = 400, longest_tag = 100;
constexpr size_t most_channels = 200;  // of one row: more is a table inside a cell, not ways to reach someone

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
    if (cell.find('\n') != std::string_view::npos) {
        for (auto const value : split_values(cell, "\n")) add(value);
    } else if (auto const many = cell.find(":::"); many != std::string_view::npos) {  // Google's mark of several values
        add(trim_text(cell.substr(0, many)));
        take_channels(column, trim_text(cell.substr(many + 3)));
    } else if (column.channel_kind == "phone") {
        for (auto const& phone : split_phones(cell)) add(phone);
    } else if (column.channel_kind == "email") {
        for (auto const& email : split_emails(cell)) add(email);
    } else {
        for (auto const value : split_values(cell, ";")) add(value);
    }
}

void RowReader::take_tags(std::string_view cell) {
    for (auto value : split_values(cell, ",;|\t")) {
        for (size_t mark; (mark = value.find(":::")) != std::string_view::npos; value = trim_text(value.substr(mark + 3)))
            draft_.tags.emplace_back(trim_text(value.substr(0, mark)));
        draft_.tags.emplace_back(value);
    }
    for (auto& tag : draft_.tags) {
        if (tag.starts_with("* ")) tag.erase(0, 2);  // Google's own groups
        if (tag.size() <= longest_tag) continue;
        auto end = longest_tag;
        while (end > 0 && (static_cast<unsigned char>(tag[end]) & 0xC0) == 0x80) --end;
        tag.resize(end);
    }
    auto keep = draft_.tags.begin();
    for (auto tag = keep; tag != draft_.tags.end(); ++tag) {
        if (tag->empty() || std::find(draft_.tags.begin(), keep, *tag) != keep) continue;
        if (keep != tag) *keep = std::move(*tag);
        ++keep;
    }
    draft_.tags.erase(keep, draft_.tags.end());
}

void RowReader::take(Column const& column, std::string_view raw) {
    auto const is_list = column.target->kind == TargetKind::channel || column.target->kind == TargetKind::tags;
    auto const cell = is_list ? raw : trim_text(raw);
    switch (column.target->kind) {
        case TargetKind::text:
        case TargetKind::joined_text: take_text(column, cell); break;
        case TargetKind::date:
            if (auto const date = parse_date_text(cell, options_.date_order)) {
                if (draft_.text(column.target->key).empty()) draft_.texts.push_back({column.target->key, calendar_date(*date)});
            } else {
                complain(RowDraft::Fault::not_a_date, column, cell);
                keep_in_comments(column, cell);
            }
            break;
        case TargetKind::moment:
            if (auto const date = parse_date_text(cell, options_.date_order); date && date->year != 0) {
                if (!draft_.created) draft_.created = date;
            } else {
                complain(RowDraft::Fault::not_a_date, column, cell);
                keep_in_comments(column, cell);
            }
            break;
        case TargetKind::money: {
            if (draft_.amount) break;
            // The currency may stand in a column of its own, to the right as well; minor units follow it (see read()).
            draft_.amount = parse_money(cell, options_.currency);
            if (!draft_.amount) {
                complain(RowDraft::Fault::not_an_amount, column, cell);
                keep_in_comments(column, cell);
            }
            break;
        }
        case TargetKind::currency:
            if (draft_.currency.empty()) draft_.currency = currency_by_name(cell);
            break;
        case TargetKind::integer: {
            int64_t value = 0;
            auto const digits = cell.substr(0, cell.find_first_not_of("0123456789"));
            if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc{} || value > 1'000'000) {
                complain(RowDraft::Fault::not_a_number, column, cell);
                keep_in_comments(column, cell);
            } else if (draft_.text(column.target->key).empty()) {
                draft_.texts.push_back({column.target->key, std::to_string(value)});
            }
            break;
        }
        case TargetKind::flag:
            if (is_yes(cell) && draft_.text(column.target->key).empty()) draft_.texts.push_back({column.target->key, "1"});
            break;
        case TargetKind::full_name:
            if (full_name_.empty() && !is_no_name(cell)) full_name_ = clipped(column, cell, longest_text);
            break;
        case TargetKind::stage:
            if (draft_.stage.empty()) draft_.stage = cell;
            break;
        case TargetKind::source:
            if (draft_.source.empty()) draft_.source = clipped(column, cell, longest_tag * 2);
            break;
        case TargetKind::manager:
            if (draft_.manager.empty() && !is_no_name(cell)) draft_.manager = clipped(column, cell, longest_tag * 2);
            break;
        case TargetKind::created_by:
            if (draft_.created_by.empty() && !is_no_name(cell)) draft_.created_by = clipped(column, cell, longest_tag * 2);
            break;
        case TargetKind::tags: take_tags(cell); break;
        case TargetKind::channel: take_channels(column, cell); break;
        case TargetKind::custom: draft_.customs.push_back({column.index, clipped(column, cell, longest_comments)}); break;
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
