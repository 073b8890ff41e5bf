// The few things that every command needs to know.
#include "app/command_context.h"

#include "domain/defaults.h"

namespace leadkeep::app {

std::string CommandContext::currency() const {
    std::string const set = lists.text_setting(std::string(setting::currency));
    return set.empty() ? std::string(usual_currency(language())) : set;
}

std::string CommandContext::country() const {
    std::string const set = lists.text_setting(std::string(setting::country));
    return set.empty() ? std::string(usual_country(language())) : set;
}

Result<store::Transaction> CommandContext::begin(std::string label, std::vector<std::string> args,
                                                 store::Undoable undoable, store::Durability durability) {
    return store::Transaction::begin(store, {std::move(label), std::move(args), lists.me, undoable, durability});
}

}  // namespace leadkeep::app
