// The ARIA mirror that web/semantics.js keeps, and the fields in it.
#include "platform/semantics_mirror.h"

#include <emscripten.h>

#include "platform/text_edit.h"

EM_JS(void, lk_mirror_update, (char const* json, int size), { Module.services.semantics.update(json, size); });
EM_JS(void, lk_mirror_begin_edit, (unsigned node, int select_all), { Module.services.semantics.beginEdit(node, select_all); });
EM_JS(void, lk_mirror_end_edit, (), { Module.services.semantics.endEdit(); });

namespace leadkeep::platform {

void update_mirror(std::string_view json) { lk_mirror_update(json.data(), static_cast<int>(json.size())); }

void begin_text_edit(uint32_t node, CaretAt caret) { lk_mirror_begin_edit(node, caret == CaretAt::select_all); }
void end_text_edit() { lk_mirror_end_edit(); }

}  // namespace leadkeep::platform
