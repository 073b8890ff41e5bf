// PageFollower: brings a tab that may not write up to what is stored, whenever it hears that there is more.
// Limits: one reading at a time; it waits until no statement is in its midst; what it brings, its owner takes in.
#pragma once

#include <functional>
#include <memory>

#include "platform/timer.h"
#include "store/pages/page_loader.h"
#include "store/pages/page_vfs.h"

namespace leadkeep::store {

class PageFollower {
public:
    PageFollower(PageFile& file, platform::BlockStorage& storage, platform::Timers& timers);

    std::function<bool()> follows = [] { return false; };             // asked again after each wait
    std::function<Head()> known = [] { return Head{}; };              // what the image is; seq 0: read everything
    std::function<void(std::function<void(Loading)>)> load;           // everything that is stored
    std::function<void(LoadedPages)> take_in = [](LoadedPages) {};    // the image becomes this
    std::function<void(Head)> went_on = [](Head const&) {};           // the image has become this head's
    std::function<void()> content_changed = [] {};

    void follow();

private:
    void follow_wholly();
    void take_in_newer(std::shared_ptr<NewerPages> newer);
    void take_in_wholly(std::shared_ptr<LoadedPages> loaded);
    void followed();
    void when_quiet(std::function<void()> call);

    PageFile& file_;
    platform::BlockStorage& storage_;
    platform::Timers& timers_;
    bool following_ = false;
    bool again_ = false;
    std::shared_ptr<int> alive_ = std::make_shared<int>();
};

}  // namespace leadkeep::store
