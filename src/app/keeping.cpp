#include "app/keeping.h"

#include <charconv>
#include <map>

namespace zhengshe::app {

std::string write_step(const Step& step) {
  return std::string(step.moved ? "m " : "e ") + std::to_string(step.position) + ' ' + step.file_name + '\n' + step.what;
}

std::optional<Step> read_step(std::string_view label) {
  const std::size_t line = label.find('\n');
  if (line == std::string_view::npos || label.size() < 2 || label[1] != ' ' || (label[0] != 'e' && label[0] != 'm')) return std::nullopt;
  Step step;
  step.moved = label[0] == 'm';
  const auto [end, error] = std::from_chars(label.data() + 2, label.data() + line, step.position);
  if (error != std::errc() || end == label.data() + line || *end != ' ') return std::nullopt;
  const auto name = static_cast<std::size_t>(end + 1 - label.data());
  step.file_name = label.substr(name, line - name);
  step.what = label.substr(line + 1);
  return step;
}

KeptHistory kept_history(const std::vector<KeptState>& states) {
  std::map<std::size_t, std::size_t> at;  // position → index
  std::size_t cursor = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    const Step& step = states[i].step;
    cursor = step.position;
    if (step.moved) {
      at.emplace(cursor, i);
      continue;
    }
    at.erase(at.lower_bound(cursor), at.end());  // an edit drops what had been undone
    at[cursor] = i;
  }
  KeptHistory history;
  if (at.empty()) return history;
  std::size_t first = cursor;
  while (first > 0 && at.count(first - 1) != 0) --first;
  for (std::size_t position = first; at.count(position) != 0; ++position) history.states.push_back(at[position]);
  history.present = cursor - first;
  return history;
}

}  // namespace zhengshe::app
