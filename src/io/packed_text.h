// Bytes as short text: deflated, then base64url (RFC 4648, section 5, without padding). For places that hold text
// only, or hold little: links, and the browser's journal.
#pragma once

#include "io/deflate.h"

namespace zhengshe::io {

std::string pack_text(std::string_view bytes);

// Reads back what pack_text wrote. Text of any other kind is `damaged`; limits as of inflate_raw, the ratio being that
// to the deflated bytes.
Inflated unpack_text(std::string_view text, std::size_t most_bytes, std::size_t most_ratio);

}  // namespace zhengshe::io
