// What each device had seen when it wrote: for each device the vector of seqs, with its own seq from which it held. Tells
// whether one value was written in sight of another or concurrently.
// Limits: entries are only added; an import adds at most one of ours.
#pragma once

#include <map>

#include "base/result.h"
#include "base/uuid.h"
#include "domain/stamp.h"
#include "store/connection.h"

namespace leadkeep::sync {

using SeqVector = std::map<Uuid, int64_t>;  // of each device, every change up to this seq

class Knowledge {
public:
    // From `seq` of `device` on, it had seen `vector`. Of two vectors at one seq the greater parts hold: both were seen
    // before anything was written under that seq.
    void add(Uuid const& device, int64_t seq, SeqVector const& vector);
    void add(Knowledge const& other);

    // Whether whoever wrote `writer` had seen the change `other`.
    bool saw(Stamp const& writer, Stamp const& other) const;
    bool concurrent(Stamp const& a, Stamp const& b) const { return !saw(a, b) && !saw(b, a); }

    using History = std::map<int64_t, SeqVector>;  // by the device's own seq
    std::map<Uuid, History> const& histories() const { return histories_; }
    bool operator==(Knowledge const&) const = default;

private:
    std::map<Uuid, History> histories_;
};

// The tables `knowledge` and `received` of the store.
Result<Knowledge> load_knowledge(store::Connection& connection);
Result<> save_knowledge(store::Connection& writer, Knowledge const& knowledge);
// Of every other device, the seq up to which everything has arrived here.
Result<SeqVector> load_received(store::Connection& connection);
Result<> save_received(store::Connection& writer, SeqVector const& received);

// {"device": seq, …}
std::string vector_text(SeqVector const& vector);
Result<SeqVector> read_vector(std::string const& text);

}  // namespace leadkeep::sync
