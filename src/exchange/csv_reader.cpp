// A quote opens a quoted field only at the field's very beginning; after the closing quote the rest up to the delimiter is
// taken as it is (as spreadsheets do), so that a stray quote spoils one field and never swallows rows that are well formed.
#include "exchange/csv_reader.h"

#include <algorithm>
#include <array>

#include "base/i18n.h"
#include "base/ranges.h"

namespace leadkeep::exchange {
namespace {

// A hundred megabytes of commas are no table; what stands beyond is passed over.
constexpr size_t most_fields = 10'000;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

}  // namespace

std::string_view separator_line(std::string_view text) {
    if (text.size() < 5 || (text[0] != 's' && text[0] != 'S') || (text.substr(1, 3) != "ep=" && text.substr(1, 3) != "EP=")) return {};
    size_t at = 5;
    if (at < text.size() && !is_line_end(text[at])) return {};
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
    return text.substr(0, at);
}

CsvReader::CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
    if (auto const line = separator_line(text_); !line.empty()) {
        at_ = line.size();
        line_ = 2;
    }
}

CsvReader::Piece CsvReader::read_plain() {
    auto const begin = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && !is_line_end(text_[at_])) ++at_;
    return {begin, at_ - begin, false};
}

Result<CsvReader::Piece> CsvReader::read_quoted() {
    auto const opened_at = at_;
    auto const opened_on_line = line_;
    auto const begin = ++at_;
    // Until something needs rewriting the field is a plain part of the text.
    bool rewritten = false;
    auto const unescaped_begin = unescaped_.size();
    auto copied_to = begin;
    auto const copy = [&](size_t end) {
        unescaped_.append(text_, copied_to, end - copied_to);
        rewritten = true;
    };
    for (;;) {
        while (at_ < text_.size() && text_[at_] != '"' && !is_line_end(text_[at_])) ++at_;
        if (at_ >= text_.size()) {
            auto const line_start = text_.find_last_of("\r\n", opened_at);
            auto const column = opened_at - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1;
            return fail(ErrorKind::refused,
                        tr_mark("A quotation mark opens here and is never closed. Add the closing mark, or save the file again as CSV."),
                        {}, Place{{}, opened_on_line, static_cast<int64_t>(column)});
        }
        if (text_[at_] == '"') {
            if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
            copy(at_ + 1);
            copied_to = at_ += 2;
            continue;
        }
        bool const is_cr = text_[at_] == '\r';
        ++line_;
        if (is_cr) {
            copy(at_);
            unescaped_ += '\n';
            if (at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
            copied_to = at_ + 1;
        }
        ++at_;
    }
    auto const end = at_++;
    bool const has_tail = at_ < text_.size() && text_[at_] != delimiter_ && !is_line_end(text_[at_]);
    if (!rewritten && !has_tail) return Piece{begin, end - begin, false};
    copy(end);
    if (has_tail) {
        auto const tail = read_plain();
        unescaped_.append(text_, tail.begin, tail.size);
    }
    return Piece{unescaped_begin, unescaped_.size() - unescaped_begin, true};
}

void CsvReader::end_line() {
    if (at_ >= text_.size()) return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

Result<void> CsvReader::read_row() {
    pieces_.clear();
    unescaped_.clear();
    for (;;) {
        auto const piece = at_ < text_.size() && text_[at_] == '"' ? LK_TRY(read_quoted()) : read_plain();
        if (pieces_.size() < most_fields) pieces_.push_back(piece);
        if (at_ >= text_.size() || text_[at_] != delimiter_) break;
        ++at_;
    }
    end_line();
    return {};
}

Result<bool> CsvReader::next(CsvRow& row) {
    while (at_ < text_.size()) {
        row.line = line_;
        LK_CHECK(read_row());
        row.fields.clear();
        bool has_value = false;
        for (auto const& piece : pieces_) {
            row.fields.push_back(std::string_view(piece.is_unescaped ? unescaped_ : text_).substr(piece.begin, piece.size));
            has_value = has_value || ranges::any_of(row.fields.back(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
        }
        if (has_value) return true;
    }
    return false;
}

char detect_delimiter(std::string_view text) {
    if (auto const line = separator_line(text); !line.empty()) return line[4];
    auto const sample = text.substr(0, 256 * 1024);
    bool const is_cut = sample.size() < text.size();
    char best = ',';
    double best_score = 0;
    for (char const delimiter : csv_delimiters) {
        CsvReader reader(sample, delimiter);
        CsvRow row;
        std::vector<size_t> widths;
        bool broken = false;
        while (widths.size() < 200) {
            auto const more = reader.next(row);
            // The end of a cut sample may fall inside quotes; an unclosed quote anywhere else speaks against it.
            broken = !more && !(is_cut && !widths.empty());
            if (!more || !*more) break;
            if (is_cut && reader.position() >= sample.size()) break;
            widths.push_back(row.fields.size());
        }
        if (widths.empty()) continue;
        std::array<size_t, 64> counts{};
        for (auto const width : widths) ++counts[std::min<size_t>(width, counts.size() - 1)];
        auto const usual = static_cast<size_t>(std::max_element(counts.begin() + 2, counts.end()) - counts.begin());
        auto const share = static_cast<double>(counts[usual]) / static_cast<double>(widths.size());
        // How even the rows are counts most, then how many columns there are, then that the header has as many.
        auto score = counts[usual] == 0 ? 0.0 : share * share * (1.0 + 0.05 * static_cast<double>(std::min<size_t>(usual, 20)));
        if (widths[0] == 1) score *= 0.25;
        if (broken) score *= 0.5;
        if (score > best_score) {
            best_score = score;
            best = delimiter;
        }
    }
    return best;
}

}  // namespace leadkeep::exchange
