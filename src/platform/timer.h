// Calls after a delay: retries, idle work. web/ uses setTimeout; the simulator of headless/ its own virtual time.
#pragma once

#include <functional>

namespace leadkeep::platform {

class Timers {
public:
    virtual ~Timers() = default;
    // Once, after at least `delay_ms`; never from inside this call. It can't be taken back: the callee checks.
    virtual void call_after(int delay_ms, std::function<void()> call) = 0;
};

Timers& browser_timers();  // web/ only

}  // namespace leadkeep::platform
