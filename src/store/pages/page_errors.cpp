#include "store/pages/page_errors.h"

#include "base/i18n.h"

namespace leadkeep::store {

Error not_kept() {
    return {ErrorKind::storage,
            tr_mark("The browser does not let this page keep data: everything is gone when the tab closes. Save your data to a file."),
            {},
            {}};
}

Error data_is_blocked() {
    return {ErrorKind::storage,
            tr_mark("The data saved in this browser can't be reached now: the browser does not let this page keep data. Allow site data for "
                    "this page and try again."),
            {},
            {}};
}

Error data_is_gone() {
    return {ErrorKind::storage, tr_mark("The data saved in this browser is gone. Restore a backup or begin anew first."), {}, {}};
}

Error statement_runs() { return {ErrorKind::busy, tr_mark("The database is busy. Try again in a moment."), {}, {}}; }

Error just_opening() {
    return {ErrorKind::busy, tr_mark("The data is just being opened. Try again in a moment."), {}, {}};
}

}  // namespace leadkeep::store
