#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

#include "io/encoding.h"
#include "io/json.h"
#include "io/record_reader.h"
#include "io/scenario_json.h"
#include "model/layout.h"
#include "model/order.h"
#include "model/validate.h"
#include "model/work.h"

namespace zhengshe::io {
namespace {

using namespace reading;
using json::Document;
using model::Issue;

struct Version {
  int major = 0;
  int minor = 0;
  int patch = 0;
};

std::optional<Version> parse_version(std::string_view text) {
  Version version;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (int* part : {&version.major, &version.minor, &version.patch}) {
    if (part != &version.major && (at == end || *at++ != '.')) return std::nullopt;
    const auto [after, failure] = std::from_chars(at, end, *part);
    if (failure != std::errc() || *part < 0) return std::nullopt;
    at = after;
  }
  return at == end ? std::optional(version) : std::nullopt;
}

enum class Readable { no, yes, newer_minor };

Readable check_version(Input& input, Value root) {
  const Value format = root.find("format");
  if (!format.is(Kind::string) || format.text() != kFormat) {
    input.error("not_a_scenario", format ? format : root,
                "This is JSON, but not a scenario: \"format\": \"zhengshe-scenario\" is missing.", "这是JSON，但不是情景文件：缺少\"format\": \"zhengshe-scenario\"。");
    return Readable::no;
  }
  const Value mark = root.find("formatVersion");
  const std::optional<Version> version = mark.is(Kind::string) ? parse_version(mark.text()) : std::nullopt;
  const Version own = *parse_version(kFormatVersion);
  if (!version || version->major < 1) {
    input.error("unknown_version", mark ? mark : root,
                "\"formatVersion\" should be a version such as \"1.0.0\".", "\"formatVersion\"应为如\"1.0.0\"的版本号。");
    return Readable::no;
  }
  if (version->major > own.major) {
    input.error("newer_major_version", mark,
                "This file was written by a newer program (format {0}). Use the newer program.", "此文件由较新的程序写成（格式{0}）。请使用较新的程序。", mark.text());
    return Readable::no;
  }
  if (version->minor <= own.minor) return Readable::yes;
  input.report(Severity::notice, "newer_minor_version", mark,
               "This file was written by a newer program; what this one does not know is kept.", "此文件由较新的程序写成；本程序不认识的内容将原样保留。");
  return Readable::newer_minor;
}

// Coefficients that the file does not state, with their sources.
void complete_assumptions(model::Scenario& scenario, Value assumptions) {
  std::vector<model::Source> own_sources;
  const model::Assumptions own = model::default_assumptions(own_sources);
  for (const model::Coefficient coefficient : model::all_of<model::Coefficient>()) {
    if (assumptions && assumptions.find(model::id_of(coefficient))) continue;
    model::Assumption& assumption = scenario.assumptions[coefficient];
    assumption = own[coefficient];
    if (!assumption.quantity.source) continue;
    const model::Source& source = own_sources[assumption.quantity.source.value - 1];
    const auto known = std::find_if(scenario.sources.begin(), scenario.sources.end(), [&](const model::Source& s) { return s.key == source.key; });
    assumption.quantity.source.value = static_cast<std::uint32_t>(known - scenario.sources.begin()) + 1;
    if (known == scenario.sources.end()) scenario.sources.push_back(source);
  }
}

// One above every id, for a file that does not say.
std::uint32_t next_free_id(const model::Scenario& scenario) {
  std::uint32_t highest = 0;
  const auto see = [&highest](const auto& list) {
    for (const auto& element : list) highest = std::max(highest, element.id.value);
  };
  see(scenario.trades);
  see(scenario.cooperatives);
  see(scenario.city.zones);
  see(scenario.city.repair_points);
  see(scenario.plans);
  see(scenario.claims);
  see(scenario.observations);
  for (const model::Cooperative& cooperative : scenario.cooperatives) see(cooperative.workshops);
  for (const model::Plan& plan : scenario.plans) {
    see(plan.batches);
    see(plan.sites);
  }
  return highest == std::numeric_limits<std::uint32_t>::max() ? highest : highest + 1;
}

// The value in the file that a pointer into the canonical form means.
Value place_in_file(Value root, const Input& input, std::string_view pointer) {
  const auto mapped = [&](std::string_view list, const std::vector<std::uint32_t>& rows) -> std::optional<std::string> {
    if (pointer.substr(0, list.size()) != list) return std::nullopt;
    std::size_t row = 0;
    const char* const end = pointer.data() + pointer.size();
    const auto [after, failure] = std::from_chars(pointer.data() + list.size(), end, row);
    if (failure != std::errc() || row >= rows.size()) return std::nullopt;
    return std::to_string(rows[row]) + std::string(after, end);
  };
  if (const auto trade = mapped("/trades/", input.trade_rows)) return json::at_pointer(root, "/trades/" + *trade);
  const auto cooperative = mapped("/cooperatives/", input.cooperative_rows);
  if (!cooperative) return json::at_pointer(root, pointer);
  if (!root.find("cooperatives").is(Kind::object)) return json::at_pointer(root, "/cooperatives/" + *cooperative);
  const std::size_t member = std::min(cooperative->find('/'), cooperative->size());
  const std::size_t below = std::min(cooperative->find('/', member + 1), cooperative->size());
  return json::at_pointer(root, "/cooperatives/columns" + cooperative->substr(member, below - member) + "/" + cooperative->substr(0, member) + cooperative->substr(below));
}

// Problems of values, except where the shape is already complained of and what may only follow from that.
void add_problems(Input& input, Value root, const Issues& problems) {
  const std::size_t of_shape = input.issues.size();
  const bool shape_is_wrong = model::has_errors(input.issues);
  for (const Issue& problem : problems) {
    const bool known = std::any_of(input.issues.begin(), input.issues.begin() + static_cast<std::ptrdiff_t>(of_shape), [&](const Issue& issue) {
      return issue.severity == Severity::error && (problem.path.rfind(issue.path, 0) == 0 || issue.path.rfind(problem.path, 0) == 0);
    });
    const bool may_follow = shape_is_wrong && problem.severity != Severity::error;
    if (known || may_follow || input.issues.size() >= model::kMaxIssues) continue;
    input.issues.push_back(problem);
    const Value place = place_in_file(root, input, problem.path);
    input.offsets.push_back(place ? place.offset() : 0);
  }
}

// Gives each issue its line and column and puts them in the order of the text.
Issues placed(Input& input, std::string_view bytes) {
  const auto order = model::order_of(input.issues.size(), [&](std::uint32_t a, std::uint32_t b) { return input.offsets[a] < input.offsets[b]; });
  Issues issues;
  json::Places places(bytes);
  for (const std::uint32_t i : order) {
    const json::Place place = places.of(input.offsets[i]);
    issues.push_back(std::move(input.issues[i]));
    issues.back().line = place.line;
    issues.back().column = place.column;
  }
  return issues;
}

Issue objects_too_large() {
  return {Severity::error, "too_many_bytes", "", 1, 1,
          {"A file above 8 MiB must hold its cooperatives in columns.", "超过8 MiB的文件必须以列的形式保存合作社。"}};
}

// Whether it holds "cooperatives": { anywhere. Without it nothing of a large file has to be read any further.
bool may_be_columnar(std::string_view bytes) {
  constexpr std::string_view kKey = "\"cooperatives\"", kSpace = " \t\r\n";
  for (std::size_t at = bytes.find(kKey); at != bytes.npos; at = bytes.find(kKey, at + 1)) {
    const std::size_t colon = bytes.find_first_not_of(kSpace, at + kKey.size());
    if (colon == bytes.npos) return false;
    const std::size_t value = bytes.find_first_not_of(kSpace, colon + 1);
    if (bytes[colon] == ':' && value != bytes.npos && bytes[value] == '{') return true;
  }
  return false;
}

void read_document(Input& input, Value root, Readable readable, model::Scenario& scenario) {
  if (const Value sources = root.find("sources"); sources.is(Kind::array))
    for (Value source = sources.first(); source; source = source.next()) {
      const Value key = source.find("key");
      input.sources.emplace_back(key.is(Kind::string) ? key.text() : std::string_view(), static_cast<std::uint32_t>(input.sources.size()));
    }
  model::sort_stably(input.sources, [](const auto& a, const auto& b) { return a.first < b.first; });
  RecordReader reader(input, root, members_of(root), nullptr, {});
  layout(reader, scenario);
  if (readable == Readable::newer_minor) reader.keep("formatVersion", root.find("formatVersion"));
  reader.finish();
  complete_assumptions(scenario, root.find("assumptions"));
  if (!root.find("nextId")) scenario.next_id = next_free_id(scenario);
}

}  // namespace

ReadResult too_large_to_read(std::uint64_t bytes) { return {std::nullopt, {json::too_many_bytes(bytes, kMaxColumnarFileBytes)}}; }

ReadResult read_scenario(std::string_view bytes) {
  ReadResult result;
  if (bytes.size() > kMaxObjectFileBytes && bytes.size() <= kMaxColumnarFileBytes && !may_be_columnar(bytes)) {
    result.issues.push_back(objects_too_large());
    return result;
  }
  const std::optional<Document> document = json::parse(bytes, result.issues, {kMaxColumnarFileBytes});
  if (!document) return result;
  const std::string_view text = bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
  const Value root = document->root();
  Input input;
  if (bytes.size() > kMaxObjectFileBytes && !root.find("cooperatives").is(Kind::object)) {
    input.issues.push_back(objects_too_large());
    input.offsets.push_back(0);
  } else if (!root.is(Kind::object)) {
    input.error("not_a_scenario", root, "A scenario file holds one object {…}.", "情景文件应含一个对象{…}。");
  } else if (const Readable readable = check_version(input, root); readable != Readable::no) {
    model::Scenario scenario;
    read_document(input, root, readable, scenario);
    add_problems(input, root, model::validate(scenario));
    if (!model::has_errors(input.issues)) {
      if (std::optional<Issue> work = model::much_work(scenario, 1, model::kMostStepsOfPage)) add_problems(input, root, {std::move(*work)});
      result.scenario = std::move(scenario);
    }
  }
  Issues issues = placed(input, text);
  result.issues.insert(result.issues.end(), std::make_move_iterator(issues.begin()), std::make_move_iterator(issues.end()));
  return result;
}

}  // namespace zhengshe::io
