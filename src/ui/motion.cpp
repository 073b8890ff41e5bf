// Eased values and wishes for frames.
#include "ui/motion.h"

#include <cmath>

#include "platform/clock.h"
#include "platform/wake.h"
#include "ui/context.h"

namespace leadkeep::ui {

double frame_ms() { return ctx().now_ms; }
double clock_ms() { return platform::monotonic_ms(); }

void request_frame() {
    ctx().wants_frame = true;
    platform::request_frame();
}

void wake_in_ms(double ms) { platform::wake_at_ms(ctx().now_ms + ms); }

bool reduced_motion() { return ctx().display.reduced_motion; }

float animate(std::string_view id, float target, float duration_ms) {
    Context& c = ctx();
    auto const [at, fresh] = c.animations.try_emplace(id_of(id));
    Context::Animation& a = at->second;
    bool const forgotten = fresh || a.last_frame + 1 < c.frame;
    a.last_frame = c.frame;
    if (forgotten) a.from = a.to = target;
    auto const value = [&] {
        float const t = duration_ms <= 0 ? 1 : float((c.now_ms - a.start_ms) / duration_ms);
        if (t >= 1 || a.from == a.to || reduced_motion()) return a.to;
        float const rest = 1 - t;
        return a.from + (a.to - a.from) * (1 - rest * rest * rest);
    };
    if (a.to != target) {
        a.from = value();
        a.to = target;
        a.start_ms = c.now_ms;
    }
    float const now = value();
    if (now != a.to) request_frame();
    return now;
}

}  // namespace leadkeep::ui
