// IndexedDB through web/storage.js. Requests have numbers; the answer finds its callback by them.
#include "platform/block_storage.h"

#include <emscripten.h>

#include <array>
#include <map>
#include <utility>

EM_JS(int, lk_storage_open, (char const* name, int size), { return Module.services.storage.open(name, size); });
EM_JS(void, lk_storage_run, (int handle, int request, void const* table, void const* counts, int strict), {
    Module.services.storage.run(handle, request, table, counts, strict);
});
EM_JS(void, lk_storage_load, (int handle, int request, void const* table, int count), {
    Module.services.storage.load(handle, request, table, count);
});

namespace leadkeep::platform {

namespace {

constexpr uint32_t no_value = 0xFFFFFFFF;

// As web/storage.js reads it.
struct Row {
    uint32_t key, key_size, value, value_size;
};
static_assert(sizeof(Row) == 16);

uint32_t address(void const* pointer) { return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(pointer)); }

Row row_of(std::string const& key, Bytes const* value) {
    return {address(key.data()), static_cast<uint32_t>(key.size()), value ? address(value->data()) : 0,
            value ? static_cast<uint32_t>(value->size()) : no_value};
}

Row row_of(std::string const& first, std::string const& second) {
    return {address(first.data()), static_cast<uint32_t>(first.size()), address(second.data()), static_cast<uint32_t>(second.size())};
}

struct Request {
    std::function<void(std::string_view, std::span<uint8_t const>)> on_record;
    std::function<void(StorageAnswer)> on_answer;
};

std::map<int, Request>& requests() {
    static std::map<int, Request> all;
    return all;
}

int enter(Request request) {
    static int last = 0;
    requests()[++last] = std::move(request);
    return last;
}

class BrowserBlockStorage : public BlockStorage {
public:
    explicit BrowserBlockStorage(std::string const& name) : handle_(lk_storage_open(name.data(), static_cast<int>(name.size()))) {}

    void run(StorageTransaction transaction, std::function<void(StorageAnswer)> on_answer) override {
        std::vector<Row> table;
        table.push_back(row_of(transaction.expected.key, transaction.expected.value ? &*transaction.expected.value : nullptr));
        if (auto const& absent = transaction.expected.absent) table.push_back(row_of(absent->first, absent->last));
        for (Copy const& copy : transaction.copies) table.push_back(row_of(copy.from, copy.to));
        for (KeyRange const& range : transaction.deleted_ranges) table.push_back(row_of(range.first, range.last));
        for (Put const& put : transaction.puts) table.push_back(row_of(put.key, &put.value));
        for (std::string const& key : transaction.deletes) table.push_back(row_of(key, nullptr));
        auto const count = [](auto const& rows) { return static_cast<uint32_t>(rows.size()); };
        std::array const counts = {uint32_t{transaction.expected.absent.has_value()}, count(transaction.copies),
                                   count(transaction.deleted_ranges), count(transaction.puts), count(transaction.deletes)};
        int const request = enter({nullptr, std::move(on_answer)});
        lk_storage_run(handle_, request, table.data(), counts.data(), transaction.durability == Durability::strict);
    }

    void load(std::vector<KeyRange> ranges, std::function<void(std::string_view, std::span<uint8_t const>)> on_record,
              std::function<void(StorageAnswer)> on_answer) override {
        std::vector<Row> table;
        for (KeyRange const& range : ranges) table.push_back(row_of(range.first, range.last));
        int const request = enter({std::move(on_record), std::move(on_answer)});
        lk_storage_load(handle_, request, table.data(), static_cast<int>(ranges.size()));
    }

private:
    int handle_;
};

}  // namespace

std::unique_ptr<BlockStorage> browser_block_storage(std::string const& name) { return std::make_unique<BrowserBlockStorage>(name); }

}  // namespace leadkeep::platform

extern "C" {

EMSCRIPTEN_KEEPALIVE void lk_storage_record(int request, char const* key, int key_size, uint8_t const* value, int value_size) {
    using namespace leadkeep::platform;
    auto const found = requests().find(request);
    if (found == requests().end()) return;
    found->second.on_record({key, static_cast<size_t>(key_size)}, {value, static_cast<size_t>(value_size)});
}

EMSCRIPTEN_KEEPALIVE void lk_storage_answer(int request, int outcome, char const* detail, int detail_size, uint8_t const* found_value,
                                            int found_size) {
    using namespace leadkeep::platform;
    auto entry = requests().extract(request);
    if (entry.empty()) return;
    StorageAnswer answer;
    answer.outcome = static_cast<StorageOutcome>(outcome);
    answer.detail.assign(detail, static_cast<size_t>(detail_size));
    if (found_size >= 0) answer.found = Bytes(found_value, found_value + found_size);
    entry.mapped().on_answer(std::move(answer));
}

}  // extern "C"
