// All screens of Leadkeep: draws them each frame from the workspace's snapshots, carries their commands out, and keeps
// where the person is (board, open card, dialogs). The composition root makes one and calls frame().
//
//     views::Shell shell(*workspace, services);
//     shell.visit(platform::current_route());
//     ui::start([&] { shell.frame(); });
//
// Limits: one shell per process; the language and theme it sets are the process's.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/workspace.h"
#include "views/shell_services.h"

namespace leadkeep::views {

enum class FileDrag : uint8_t { over, left };

class Shell {
public:
    Shell(app::Workspace& workspace, ShellServices services);
    ~Shell();
    Shell(Shell const&) = delete;
    Shell& operator=(Shell const&) = delete;

    // Draws everything, runs what was pressed, and keeps a running job at work.
    void frame();

    // The address changed by Back, Forward or by hand ("leads", "lead/<id>", "settings/data"…).
    void visit(std::string_view route);

    // Files hang over the window, or were let go: what they are is seen from their content.
    void file_drag(FileDrag phase);
    void file_dropped(Result<FileBytes> file);

private:
    struct State;
    std::shared_ptr<State> state_;  // a call on its way knows whether it is still there
};

}  // namespace leadkeep::views
