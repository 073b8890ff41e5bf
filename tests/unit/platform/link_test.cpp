#include <doctest/doctest.h>

#include "platform/link.h"
#include "platform/location.h"

using namespace leadkeep::platform;

TEST_CASE("links to mail, telephone and web are opened") {
    for (char const* url : {"https://example.com", "HTTP://EXAMPLE.COM", "mailto:a@example.com", "tel:+79120000000", "sms:+1"}) {
        CHECK(open_link(url));
        CHECK(headless::last_opened_link() == url);
    }
}

TEST_CASE("a link that could run a script or read a file is refused") {
    for (char const* url : {"javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:1", "data:text/html,x", "file:///etc/passwd",
                            "blob:x", "https", "tel:", ""})
        CHECK_FALSE(is_allowed_link(url));
}
