#include "app/automation.h"

#include "io/json.h"
#include "study/shard.h"

namespace zhengshe::app {
namespace {

void member(io::json::Writer& writer, std::string_view key, std::string_view text) {
  writer.key(key);
  writer.string(text);
}

void member(io::json::Writer& writer, std::string_view key, double number) {
  writer.key(key);
  writer.number(number);
}

std::string_view id_of_severity(model::Severity severity) {
  return severity == model::Severity::error ? "error" : severity == model::Severity::warning ? "warning" : "notice";
}

}  // namespace

std::string hash_text(const Session& session) { return study::hexadecimal(session.result().planned.hash); }

std::string metrics_json(const Session& session) {
  const study::Ensemble* ensemble = session.bands().is_fresh() ? session.bands().result() : nullptr;
  io::json::Writer writer;
  writer.begin_object();
  for (const model::Metric metric : model::all_of<model::Metric>()) {
    const double centre = session.result().planned.city.at(metric, session.result().days - 1);
    const auto bound = [&](double p) {
      return ensemble == nullptr ? centre : ensemble->quantile(sim::Arm::planned, metric, ensemble->days().size() - 1, p);
    };
    writer.key(model::id_of(metric));
    writer.begin_object();
    member(writer, "centre", centre);
    member(writer, "low", bound(0.05));
    member(writer, "high", bound(0.95));
    writer.end_object();
  }
  writer.end_object();
  return std::move(writer).finish();
}

std::string issues_json(const model::Issues& issues) {
  io::json::Writer writer;
  writer.begin_array();
  for (const model::Issue& issue : issues) {
    writer.begin_object();
    member(writer, "severity", id_of_severity(issue.severity));
    member(writer, "code", issue.code);
    member(writer, "path", issue.path);
    member(writer, "line", issue.line);
    member(writer, "column", issue.column);
    member(writer, "en", issue.message.en);
    member(writer, "zh", issue.message.zh);
    writer.end_object();
  }
  writer.end_array();
  return std::move(writer).finish();
}

}  // namespace zhengshe::app
