#include "app/reproduction.h"

#include "app/automation.h"
#include "app/text_parts.h"
#include "io/scenario_json.h"
#include "study/shard.h"

namespace zhengshe::app {

std::string shell_word(const std::string& text) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-";
  const std::string word = text.starts_with('-') ? "./" + text : text;
  if (!word.empty() && word.find_first_not_of(kPlain) == word.npos) return word;
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') quoted += "'\\''";
    else quoted += c;
  }
  return quoted + "'";
}

Reproduction reproduction_of(const Session& session) {
  Reproduction made;
  made.scenario = study::hexadecimal(study::fingerprint(io::write_scenario(session.scenario())));
  made.seed = std::to_string(session.scenario().seed);
  made.state = hash_text(session);
  const std::string plan = " --plan " + (session.plan() == nullptr ? std::string("left_alone") : std::to_string(session.plan_id().value));
  const std::string file = " " + shell_word(session.document_name());
  const auto of_replications = [&](const Refinement& work) {
    return plan + " --seed " + made.seed + " --replications " + std::to_string(work.result()->count()) + file;
  };
  made.lines.push_back({Key::reproduce_centre, "zhengshe run" + plan + file});
  made.lines.push_back({Key::reproduce_state, "zhengshe hash" + plan + file});
  if (session.bands().is_fresh()) made.lines.push_back({Key::reproduce_bands, "zhengshe run --format bands" + of_replications(session.bands())});
  if (session.claims().is_fresh() && !session.claims().claims().empty()) made.lines.push_back({Key::reproduce_claims, "zhengshe claims" + of_replications(session.claims())});
  return made;
}

void write_reproduction(Html& html, const Session& session) {
  const auto word = [&](Key key) { return std::string(tr(session.language(), key)); };
  const Reproduction made = reproduction_of(session);
  write_section(html, "reproduction", word(Key::reproduce_heading), [&] {
    html.leaf("p", fill(word(Key::reproduce_from), {session.document_name(), made.scenario, made.seed, std::to_string(sim::kBehaviourVersion), made.state}));
    for (const Reproduction::Line& line : made.lines) {
      html.leaf("p", word(line.gives));
      html.leaf("pre", line.command);
    }
  });
}

}  // namespace zhengshe::app
