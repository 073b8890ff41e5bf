#include "sync/header.h"


#include "base/i18n.h"
#include "base/json.h"
#include "sync/row.h"
#include "sync/stamp_json.h"

namespace leadkeep::sync {
namespace {

bool read_covers(Json const& json, std::map<Uuid, Interval>& covers) {
    if (!json.is_object()) return false;
    for (auto const& [name, value] : json.items()) {
        auto const device = Uuid::parse(name);
        if (!device || device->is_nil() || !value.is_array() || value.size() != 2) return false;
        auto const from = read_whole(value[0], 0, greatest_seq), to = read_whole(value[1], 0, greatest_seq);
        if (!from || !to || *to < *from) return false;
        covers[*device] = {*from, *to};
    }
    return true;
}

bool read_history(Uuid const& device, Json const& json, Knowledge& knowledge) {
    if (!json.is_array()) return false;
    for (auto const& entry : json) {
        if (!entry.is_array() || entry.size() != 2 || !entry[1].is_object()) return false;
        auto const seq = read_whole(entry[0], 0, greatest_seq);
        if (!seq) return false;
        SeqVector vector;
        for (auto const& [name, value] : entry[1].items()) {
            auto const other = Uuid::parse(name);
            auto const seen = read_whole(value, 0, greatest_seq);
            if (!other || other->is_nil() || !seen) return false;
            vector[*other] = *seen;
        }
        knowledge.add(device, *seq, vector);
    }
    return true;
}

bool read_knowledge(Json const& json, Knowledge& knowledge) {
    if (!json.is_object()) return false;
    for (auto const& [name, value] : json.items()) {
        auto const device = Uuid::parse(name);
        if (!device || device->is_nil() || !read_history(*device, value, knowledge)) return false;
    }
    return true;
}

bool read_uuid(Json const& json, Uuid& uuid) {
    auto const parsed = json.is_string() ? Uuid::parse(json.get_ref<std::string const&>()) : std::nullopt;
    if (!parsed || parsed->is_nil()) return false;
    uuid = *parsed;
    return true;
}

bool read_device(Json const& json, Header& header) {
    if (!json.is_object()) return false;
    auto const id = json.find("id");
    if (id == json.end() || !read_uuid(*id, header.device)) return false;
    auto const name = json.find("name");
    if (name != json.end() && name->is_string()) header.device_name = name->get<std::string>();
    return true;
}

}  // namespace

Result<> HeaderReader::once(Seen member, Frame const& frame, JsonScanner const& scanner) {
    if (seen_ & member) return scanner.error(frame.offset, tr_mark("{0} is given twice here."), {"\"" + std::string(frame.name) + "\""});
    seen_ |= member;
    return {};
}

Result<> HeaderReader::member(Frame const& frame, JsonScanner const& scanner) {
    auto const json = Json::parse(frame.text, nullptr, false);
    if (json.is_discarded()) return scanner.error(frame.offset, tr_mark("A number here is too large."));
    auto const is_valid = [&](Seen member, bool valid) -> Result<> {
        LK_CHECK(once(member, frame, scanner));
        if (!valid) return scanner.error(frame.offset, tr_mark("{0} is not as this format has it."), {"\"" + std::string(frame.name) + "\""});
        return {};
    };
    auto const number = [&](int64_t& out) {
        auto const read = read_whole(json, 1, INT32_MAX);
        out = read.value_or(0);
        return read.has_value();
    };
    if (frame.name == "format") {
        if (json != format_name) return scanner.error(frame.offset, tr_mark("This is not a Leadkeep sync file."));
        return once(format, frame, scanner);
    }
    if (frame.name == "version") return is_valid(version, number(header_.version));
    if (frame.name == "minReader") {
        LK_CHECK(is_valid(min_reader, number(header_.min_reader)));
        // Told before anything of a newer format is looked at.
        if (header_.min_reader <= format_version) return {};
        return fail(ErrorKind::unsupported, tr_mark("This file was written by a newer version of Leadkeep. Update this device first."), {},
                    scanner.place(frame.offset));
    }
    if (frame.name == "dataset") return is_valid(dataset, read_uuid(json, header_.dataset));
    if (frame.name == "device") return is_valid(device, read_device(json, header_));
    if (frame.name == "covers") return is_valid(covers, read_covers(json, header_.covers));
    if (frame.name == "knowledge") return is_valid(knowledge, read_knowledge(json, header_.knowledge));
    if (frame.name == "created") {
        if (json.is_string()) header_.created = json.get<std::string>();
        return is_valid(created, json.is_string());
    }
    return {};
}

Result<Header> HeaderReader::finish(size_t offset, JsonScanner const& scanner) const {
    if (!(seen_ & format)) return scanner.error(offset, tr_mark("This is not a Leadkeep sync file."));
    if ((seen_ & all) != all)
        return scanner.error(offset, tr_mark("The file's header is incomplete: format, version, minReader, dataset, device and covers must stand before the rows."));
    return header_;
}

std::string header_text(Header const& header) {
    std::string out = "{\n\"format\": \"" + std::string(format_name) + "\",\n\"version\": " + std::to_string(header.version) +
                      ",\n\"minReader\": " + std::to_string(header.min_reader) + ",\n\"dataset\": \"" + header.dataset.to_string() +
                      "\",\n\"device\": {\"id\":\"" + header.device.to_string() + "\",\"name\":";
    append_json_string(out, header.device_name);
    out += "},\n\"created\": \"" + header.created + "\",\n\"covers\": {";
    char const* comma = "";
    for (auto const& [device, interval] : header.covers) {
        out += comma;
        out += "\"" + device.to_string() + "\":[" + std::to_string(interval.from) + "," + std::to_string(interval.to) + "]";
        comma = ",";
    }
    out += "},\n\"knowledge\": {";
    comma = "";
    for (auto const& [device, history] : header.knowledge.histories()) {
        out += comma;
        out += "\"" + device.to_string() + "\":[";
        char const* inner = "";
        for (auto const& [seq, vector] : history) {
            out += inner;
            out += "[" + std::to_string(seq) + "," + vector_text(vector) + "]";
            inner = ",";
        }
        out += ']';
        comma = ",";
    }
    return out + "},\n\"rows\": [\n";
}

}  // namespace leadkeep::sync
