// A scenario in the fragment of a link: #v1.<characters>.<crc32>.<base64url of deflate of canonical JSON>.
#pragma once

#include <string>
#include <string_view>

#include "io/scenario_json.h"

namespace zhengshe::io {

// Above this many characters the program recommends the file instead.
inline constexpr std::size_t kComfortableLinkCharacters = 2'000;
inline constexpr std::size_t kMaxLinkCharacters = 64 * 1024;

// The fragment with its #. It may be longer than kMaxLinkCharacters; then it cannot be read back.
std::string write_link(const model::Scenario& scenario);

// Reads a fragment (with or without #, or a whole address that ends in one). A damaged link is named as such, with
// how much of it has arrived; what it holds is then checked like any file from a stranger.
ReadResult read_link(std::string_view link);

}  // namespace zhengshe::io
