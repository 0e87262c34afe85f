// What is wrong with what a user wrote: said in both languages, with a code, a place and a way out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/text.h"

namespace zhengshe::model {

enum class Severity : std::uint8_t { notice, warning, error };

struct Issue {
  Severity severity = Severity::error;
  std::string code;  // stable, e.g. "duplicate_key"
  std::string path;  // JSON Pointer into the file, e.g. "/cooperatives/3/workshops/0/members"
  int line = 0;      // 1-based; 0 where there is no file
  int column = 0;
  Text message;      // one plain sentence: what, and what to do

  bool operator==(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

bool has_errors(const Issues& issues);

// A sentence in both languages with `about` in place of every "{0}".
Text filled(const char* en, const char* zh, std::string_view about = {});

}  // namespace zhengshe::model
