// A small scenario as text, with one of everything, that tests change.
#pragma once

#include <string>

namespace zhengshe::tests {

inline std::string sample_text() {
  return R"({
  "format": "zhengshe-scenario",
  "formatVersion": "1.0.0",
  "title": {"en": "Sample", "zh": "样例"},
  "calendar": {"start": "1956-10-01", "horizonDays": 120, "restDay": null,
    "holidays": [{"first": "1957-01-31", "last": "1957-02-02", "name": {"en": "Spring Festival", "zh": "春节"}}]},
  "city": {"name": "Kunming", "area": {"value": 15, "low": 8, "high": 25}, "zones": [{"id": 1, "x": 0.1, "y": -2, "residents": 9000}],
    "repairPoints": [{"id": 2, "x": 0, "y": 0}]},
  "trades": [{"id": 3, "name": {"en": "Ironware", "zh": "铁业"}, "baseOutput": 8.25}],
  "cooperatives": [
    {"id": 5, "name": "Fifth", "workshops": [{"id": 7, "trade": 3, "x": 1, "y": 1, "members": 80}], "tariffWage": 40.5},
    {"id": 4, "name": "Fourth", "workshops": [{"id": 6, "trade": 3, "x": 0, "y": 0, "members": 90, "skill": {"value": 1, "low": 0.9, "high": 1.2}}],
      "tariffWage": {"value": 42, "unit": "yuan/month", "provenance": "reported", "source": "rmrb-1957-02-12", "note": "before"},
      "mergedFrom": [{"trade": 3, "x": 0, "y": 0, "members": 30}]}
  ],
  "teams": {"available": [{"first": "1956-12-01", "teams": 2}]},
  "plans": [{"id": 8, "name": "Plan", "deadline": "1957-01-20",
    "batches": [{"id": 9, "name": "First", "earliestStart": "1956-12-01", "cooperatives": [5, 4]}],
    "treatments": [{"cooperative": 4, "measures": ["re_election", {"measure": "divide_size", "parts": 2}], "pinned": true}]}],
  "assumptions": {"size_exponent": {"value": 0.05, "low": 0.02, "high": 0.08, "distribution": "lognormal", "provenance": "found", "source": "rmrb-1957-02-12"}},
  "claims": [{"id": 10, "key": "C4", "statement": "Output rose", "kind": "relative_change", "cooperatives": [4], "value": 0.206}],
  "sources": [{"key": "rmrb-1957-02-12", "title": "Newspaper"}]
})";
}

// The sample with the first `from` replaced; throws std::out_of_range where the sample has no such text.
inline std::string sample_with(const std::string& from, const std::string& to) {
  std::string text = sample_text();
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace zhengshe::tests
