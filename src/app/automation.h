// What scripts and tests may ask of the session, as text.
#pragma once

#include <string>

#include "app/session.h"

namespace zhengshe::app {

// State hash of the centre run's last day under the shown plan, 16 hexadecimal digits.
std::string hash_text(const Session& session);

// {"good_output": {"centre": 93.1, "low": 80.2, "high": 104}, …} at the horizon: the centre run's value, and 5 %
// and 95 % of the replications; the value itself until there are any.
std::string metrics_json(const Session& session);

// [{"severity": …, "code": …, "path": …, "line": …, "column": …, "en": …, "zh": …}, …]
std::string issues_json(const model::Issues& issues);

}  // namespace zhengshe::app
