#include "store/pages/page_follower.h"

#include <utility>

namespace leadkeep::store {

namespace {
constexpr int look_again_ms = 30;  // a statement was in its midst
}

PageFollower::PageFollower(PageFile& file, platform::BlockStorage& storage, platform::Timers& timers)
    : file_(file), storage_(storage), timers_(timers) {}

void PageFollower::follow() {
    if (following_) {
        again_ = true;
        return;
    }
    following_ = true;
    if (known().seq == 0) return follow_wholly();
    load_newer_pages(storage_, known(), [this, alive = std::weak_ptr(alive_)](Result<NewerPages> newer) {
        if (alive.expired()) return;
        if (!follows()) return followed();
        if (!newer || newer->reach == NewerPages::Reach::too_far) return follow_wholly();
        take_in_newer(std::make_shared<NewerPages>(std::move(*newer)));
    });
}

void PageFollower::when_quiet(std::function<void()> call) {
    if (!follows()) return followed();
    if (file_.is_quiet()) return call();
    timers_.call_after(look_again_ms, [this, alive = std::weak_ptr(alive_), call = std::move(call)] {
        if (!alive.expired()) when_quiet(call);
    });
}

void PageFollower::take_in_newer(std::shared_ptr<NewerPages> newer) {
    when_quiet([this, newer] {
        PageImage& image = file_.image();
        if (!image.continue_load(newer->head.page_count, newer->head.seq)) return followed();
        for (auto const& [page, bytes] : newer->pages)
            if (page < newer->head.page_count) image.load_page(page, bytes);
        file_.note_image_changed();
        went_on(newer->head);
        content_changed();
        followed();
    });
}

void PageFollower::follow_wholly() {
    load([this, alive = std::weak_ptr(alive_)](Loading loading) {
        if (alive.expired()) return;
        if (!loading.whole || !loading.pages.head || !follows()) return followed();
        take_in_wholly(std::make_shared<LoadedPages>(std::move(loading.pages)));
    });
}

void PageFollower::take_in_wholly(std::shared_ptr<LoadedPages> loaded) {
    when_quiet([this, loaded] {
        take_in(std::move(*loaded));
        content_changed();
        followed();
    });
}

void PageFollower::followed() {
    following_ = false;
    if (std::exchange(again_, false) && follows()) follow();
}

}  // namespace leadkeep::store
