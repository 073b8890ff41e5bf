// What changed in the tree since the page was last told, as JSON for web/semantics.js.
#pragma once

#include <cstdint>
#include <string>

namespace leadkeep::ui {

// Empty when nothing changed. Form (all parts optional):
// {"gone":[id…], "nodes":[{i,p,r,n,v,d,k,s,x,m,o,l,g,e,c,f}…], "at":[[id,x,y,w,h]…], "scroll":[[id,x,y,w,h]…],
//  "kids":[[parent,[id…]]…], "behind":[id…], "focus":id, "say":["…"]}
// x is the rectangle in the parent's content; t: can be pressed; c a scrolling part's offset and content size; f a field's draft count.
std::string mirror_difference();
void forget_mirror();       // the next difference tells everything
uint32_t mirrored_focus();  // what has the keyboard, as the page knows it; 0: nothing

}  // namespace leadkeep::ui
