// Writing the sync file: everything, or the changes that another device has not seen yet.
// Limits: reads the committed state; the file is built in memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/job.h"
#include "base/result.h"
#include "store/store.h"

namespace leadkeep::app {

struct SyncExportOptions {
    // What the receiver has, as JSON: {"<device id>": seq, …}; empty: everything. `knowledge_vector` of the receiver.
    std::string since;
};

// In one go, for the native tool and tests.
Result<std::string> export_sync_file(store::Store& store, SyncExportOptions const& options = {});

// In slices; `text()` is the file once finished.
class SyncExportJob : public Job {
public:
    SyncExportJob(store::Store& store, SyncExportOptions options);
    ~SyncExportJob() override;
    void step(double budget_ms) override;
    void cancel() override;
    Progress progress() const override;
    State state() const override;
    Error const& error() const override;
    std::string const& text() const;
    int64_t rows() const;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

// What this device has of every device, in the form that `since` takes.
Result<std::string> knowledge_vector(store::Store& store);

// "leadkeep-2026-05-01-1430.json", by the viewer's clock.
std::string sync_file_name();
inline constexpr std::string_view sync_file_mime = "application/json";

}  // namespace leadkeep::app
