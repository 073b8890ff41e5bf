// Packing: a list of table names, then three lists. Numbers are LEB128; runs of ids of one table take 16 bytes each.
#include "store/inverse.h"

#include <cstring>

#include "domain/catalog.h"

namespace leadkeep::store {
namespace {

enum class Tag : uint8_t { null, integer, real, text, id };

// std::bit_cast, which the C++ library of Emscripten 3.1.6 lacks.
uint64_t bits_of(double real) {
    uint64_t bits;
    std::memcpy(&bits, &real, sizeof bits);
    return bits;
}
double real_of(uint64_t bits) {
    double real;
    std::memcpy(&real, &bits, sizeof real);
    return real;
}

class Packer {
public:
    std::vector<uint8_t> bytes;

    void number(uint64_t value) {
        for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<uint8_t>(value | 0x80));
        bytes.push_back(static_cast<uint8_t>(value));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes.insert(bytes.end(), value.begin(), value.end());
    }
    void id(Uuid const& uuid) { bytes.insert(bytes.end(), uuid.bytes.begin(), uuid.bytes.end()); }
    void values(std::vector<Value> const& all) {
        number(all.size());
        for (auto const& one : all) value(one);
    }

private:
    void value(Value const& one) {
        bytes.push_back(static_cast<uint8_t>(one.index()));
        if (auto const* integer = std::get_if<int64_t>(&one)) number(static_cast<uint64_t>(*integer));
        if (auto const* real = std::get_if<double>(&one)) number(bits_of(*real));
        if (auto const* string = std::get_if<std::string>(&one)) text(*string);
        if (auto const* uuid = std::get_if<Uuid>(&one)) id(*uuid);
    }
};

class Unpacker {
public:
    explicit Unpacker(std::span<uint8_t const> bytes) : rest_(bytes) {}
    bool ok = true;

    bool done() const { return rest_.empty(); }
    uint64_t number() {
        uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            uint8_t const byte = next();
            value |= uint64_t{byte & 0x7Fu} << shift;
            if (!(byte & 0x80)) return value;
        }
        ok = false;
        return 0;
    }
    // How many entries follow; each takes at least one byte, so a count beyond the rest is damage.
    size_t count() {
        auto const value = number();
        if (value > rest_.size()) ok = false;
        return ok ? static_cast<size_t>(value) : 0;
    }
    std::string text() {
        auto const taken = take(count());
        return {taken.begin(), taken.end()};
    }
    Uuid id() { return Uuid::from_bytes(take(16)).value_or(Uuid{}); }
    uint8_t next() {
        auto const taken = take(1);
        return taken.empty() ? 0 : taken[0];
    }
    std::vector<Value> values() {
        std::vector<Value> all;
        for (size_t left = count(); left > 0 && ok; --left) all.push_back(value());
        return all;
    }

private:
    std::span<uint8_t const> take(size_t size) {
        if (size > rest_.size()) {
            ok = false;
            rest_ = {};
            return {};
        }
        auto const taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    Value value() {
        switch (static_cast<Tag>(next())) {
            case Tag::null: return Null{};
            case Tag::integer: return static_cast<int64_t>(number());
            case Tag::real: return real_of(number());
            case Tag::text: return text();
            case Tag::id: return id();
        }
        ok = false;
        return Null{};
    }
    std::span<uint8_t const> rest_;
};

void pack_refs(Packer& out, std::vector<RecordRef> const& refs) {
    size_t runs = 0;
    for (size_t i = 0; i < refs.size(); ++i) runs += i == 0 || refs[i].entity != refs[i - 1].entity;
    out.number(runs);
    for (size_t begin = 0, end = 0; begin < refs.size(); begin = end) {
        while (end < refs.size() && refs[end].entity == refs[begin].entity) ++end;
        out.text(info(refs[begin].entity).table);
        out.number(end - begin);
        for (size_t i = begin; i < end; ++i) out.id(refs[i].id);
    }
}

std::vector<RecordRef> unpack_refs(Unpacker& in) {
    std::vector<RecordRef> refs;
    for (size_t runs = in.count(); runs > 0 && in.ok; --runs) {
        auto const entity = entity_by_table(in.text());
        if (!entity) in.ok = false;
        for (size_t left = in.count(); left > 0 && in.ok; --left) refs.push_back({*entity, in.id()});
    }
    return refs;
}

}  // namespace

std::vector<uint8_t> Inverse::packed() const {
    Packer out;
    pack_refs(out, inserted);
    pack_refs(out, told);
    out.number(overwritten.size());
    for (auto const& one : overwritten) {
        out.text(info(one.entity).table);
        out.id(one.id);
        out.number(one.register_index);
        out.values(one.before);
        out.values(one.after);
    }
    return std::move(out.bytes);
}

std::optional<Inverse> Inverse::unpack(std::span<uint8_t const> bytes) {
    Unpacker in(bytes);
    Inverse inverse;
    inverse.inserted = unpack_refs(in);
    inverse.told = unpack_refs(in);
    for (size_t left = in.count(); left > 0 && in.ok; --left) {
        auto const entity = entity_by_table(in.text());
        if (!entity) return std::nullopt;
        OverwrittenRegister one{*entity, in.id(), 0, {}, {}};
        auto const index = in.number();
        if (!in.ok || index >= info(*entity).registers.size()) return std::nullopt;
        one.register_index = static_cast<uint8_t>(index);
        one.before = in.values();
        one.after = in.values();
        auto const columns = info(*entity).registers[index].columns.size();
        if (one.before.size() != columns || one.after.size() != columns) return std::nullopt;
        inverse.overwritten.push_back(std::move(one));
    }
    if (!in.ok || !in.done()) return std::nullopt;
    return inverse;
}

}  // namespace leadkeep::store
