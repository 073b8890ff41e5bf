// The table of strings by code point, and back.
#include "text/pictures.h"

#include <unordered_map>
#include <vector>

#include "text/clusters.h"

namespace leadkeep::text {

namespace {

std::vector<Picture> pictures;      // by code point, from first_picture
std::vector<uint32_t> free_places;
std::unordered_map<std::string, uint32_t> places;

std::string key_of(std::string_view text, platform::Direction direction) {
    std::string key(1, direction == platform::Direction::right_to_left ? '<' : '>');
    return key.append(text);
}

}  // namespace

uint32_t use_picture(std::string_view text, platform::Direction direction) {
    auto const [known, is_new] = places.try_emplace(key_of(text, direction), 0);
    if (!is_new) {
        pictures[known->second].uses++;
        return first_picture + known->second;
    }
    uint32_t place = uint32_t(pictures.size());
    if (!free_places.empty()) {
        place = free_places.back();
        free_places.pop_back();
    } else if (place > last_picture - first_picture) {
        places.erase(known);
        return no_picture;
    } else {
        pictures.emplace_back();
    }
    known->second = place;
    pictures[place] = {std::string(text), direction, is_emoji(text), 1};
    return first_picture + place;
}

Left leave_picture(uint32_t code_point) {
    uint32_t const place = code_point - first_picture;
    Picture& left = pictures[place];
    if (--left.uses > 0) return Left::in_use;
    places.erase(key_of(left.text, left.direction));
    free_places.push_back(place);
    return Left::unused;
}

Picture const& picture(uint32_t code_point) { return pictures[code_point - first_picture]; }

size_t pictures_in_use() { return places.size(); }

}  // namespace leadkeep::text
