#include "sync/knowledge.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/json.h"
#include "sync/stamp_json.h"

namespace leadkeep::sync {

void Knowledge::add(Uuid const& device, int64_t seq, SeqVector const& vector) {
    auto& held = histories_[device][seq];
    for (auto const& [other, seen] : vector) {
        auto& known = held[other];
        known = std::max(known, seen);
    }
}

void Knowledge::add(Knowledge const& other) {
    for (auto const& [device, history] : other.histories_)
        for (auto const& [seq, vector] : history) add(device, seq, vector);
}

bool Knowledge::saw(Stamp const& writer, Stamp const& other) const {
    if (other.is_zero()) return true;  // everyone has what ships with the program
    if (writer.device == other.device) return other.seq <= writer.seq;
    auto const history = histories_.find(writer.device);
    if (history == histories_.end()) return false;
    auto entry = history->second.upper_bound(writer.seq);
    if (entry == history->second.begin()) return false;
    auto const& vector = (--entry)->second;
    auto const seen = vector.find(other.device);
    return seen != vector.end() && other.seq <= seen->second;
}

std::string vector_text(SeqVector const& vector) {
    std::string text = "{";
    char const* comma = "";
    for (auto const& [device, seq] : vector) {
        text += comma;
        text += "\"" + device.to_string() + "\":" + std::to_string(seq);
        comma = ",";
    }
    return text += '}';
}

Result<SeqVector> read_vector(std::string const& text) {
    auto const json = Json::parse(text, nullptr, false);
    SeqVector vector;
    bool valid = json.is_object();
    if (valid)
        for (auto const& [name, value] : json.items()) {
            auto const device = Uuid::parse(name);
            auto const seq = read_whole(value, 0, greatest_seq);
            valid = valid && device && seq;
            if (device && seq) vector[*device] = *seq;
        }
    if (!valid) return fail(ErrorKind::refused, tr_mark("This is not a list of devices and their sequence numbers: {0}"), {text.substr(0, 200)});
    return vector;
}

Result<Knowledge> load_knowledge(store::Connection& connection) {
    auto query = LK_TRY(connection.prepare("SELECT device, seq, vector FROM knowledge"));
    Knowledge knowledge;
    while (LK_TRY(query.step())) knowledge.add(query.uuid(0), query.integer(1), LK_TRY(read_vector(query.text(2))));
    return knowledge;
}

Result<> save_knowledge(store::Connection& writer, Knowledge const& knowledge) {
    auto insert = LK_TRY(writer.prepare("INSERT INTO knowledge (device, seq, vector) VALUES (?1, ?2, ?3)"
                                        " ON CONFLICT DO UPDATE SET vector = excluded.vector"));
    for (auto const& [device, history] : knowledge.histories())
        for (auto const& [seq, vector] : history)
            LK_CHECK(insert.bind(1, device).bind(2, seq).bind(3, std::string_view(vector_text(vector))).run());
    return {};
}

Result<SeqVector> load_received(store::Connection& connection) {
    auto query = LK_TRY(connection.prepare("SELECT device, seq FROM received"));
    SeqVector received;
    while (LK_TRY(query.step())) received[query.uuid(0)] = query.integer(1);
    return received;
}

Result<> save_received(store::Connection& writer, SeqVector const& received) {
    auto insert = LK_TRY(writer.prepare("INSERT INTO received (device, seq) VALUES (?1, ?2)"
                                        " ON CONFLICT DO UPDATE SET seq = excluded.seq"));
    for (auto const& [device, seq] : received) LK_CHECK(insert.bind(1, device).bind(2, seq).run());
    return {};
}

}  // namespace leadkeep::sync
