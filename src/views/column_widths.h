// How wide a person has made a table's columns, kept on this device as the preference "widths_<table>".
#pragma once

#include <string>
#include <vector>

namespace leadkeep::views {

struct ShellState;

// While the table is drawn; what changed by then is kept.
class KeptWidths {
public:
    KeptWidths(ShellState& state, std::string table);
    ~KeptWidths();
    KeptWidths(KeptWidths const&) = delete;
    KeptWidths& operator=(KeptWidths const&) = delete;
    std::vector<float>& px() { return px_; }

private:
    ShellState& state_;
    std::string table_;
    std::vector<float>& px_;
    std::vector<float> before_;
};

}  // namespace leadkeep::views
