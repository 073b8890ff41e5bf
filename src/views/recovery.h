// The way on when the saved data is damaged or gone: what can still be read is told and saved as files, a backup is
// restored, or it is begun anew. Nothing stored is touched before the person has chosen one of them.
// Limits: needs no workspace; the files are read whole into memory.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "app/database_file.h"
#include "app/salvaged.h"
#include "views/shell_services.h"
#include "views/trouble_screen.h"

namespace leadkeep::views {

struct RecoverySituation {
    enum class Cause : uint8_t { damaged, gone } cause = Cause::gone;
    std::string detail;          // damaged: what was found, for a bug report
    int64_t last_saved_ms = 0;   // gone: when data was last seen saved here; 0 unknown
    int64_t last_backup_ms = 0;  // 0 never
    std::function<std::string()> damaged_file;  // as it is, zeros where nothing can be read; "" where nothing can
};

// What it needs from outside. begin_with() and begin_empty() end these screens; an Error says why they did not.
struct RecoveryServices {
    std::function<void(std::string_view accept, FileChosen on_chosen)> choose_file;
    std::function<void(std::string_view name, std::string_view mime, std::string_view bytes)> download;
    std::function<Result<void>(std::string database)> begin_with;
    std::function<Result<void>()> begin_empty;
    std::function<void()> look_again;
    std::function<void(std::function<void()>)> call_soon;
};

class Recovery {
public:
    Recovery(RecoverySituation situation, RecoveryServices services);
    ~Recovery();
    void frame();

private:
    struct State;
    std::shared_ptr<State> state_;  // a file chooser on its way knows whether it is still there
};

}  // namespace leadkeep::views
