#include "app/errand.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "io/scenario_json.h"
#include "study/fit.h"
#include "study/shard.h"

namespace zhengshe::app {
namespace {

constexpr std::uint64_t kMostPoints = 1'000'000;
constexpr std::size_t kNumbers = 6;  // in front of the assumptions that are measured

struct ReadErrand {
  Errand errand;
  std::string_view merging;
  std::string_view scenario;
};

// The numbers of the first line, which is taken off the text; nothing where there is none.
std::optional<std::vector<std::uint64_t>> take_numbers(std::string_view& text) {
  const std::size_t length = text.find('\n');
  if (length == text.npos) return std::nullopt;
  std::vector<std::uint64_t> numbers;
  for (const char *at = text.data(), *end = at + length; at != end;) {
    const auto [after, failure] = std::from_chars(at, end, numbers.emplace_back());
    if (failure != std::errc() || (after != end && *after != ' ')) return std::nullopt;
    at = after == end ? end : after + 1;
  }
  text.remove_prefix(length + 1);
  return numbers;
}

bool is_errand(const std::vector<std::uint64_t>& numbers) {
  if (numbers.size() < kNumbers) return false;
  const auto purpose = numbers[0], plan = numbers[1], first = numbers[2], end = numbers[3], metric = numbers[5];
  const auto is_coefficient = [](std::uint64_t number) { return number < std::uint64_t{model::kCount<model::Coefficient>}; };
  return purpose <= static_cast<std::uint64_t>(Purpose::candidates) && plan <= ~std::uint32_t{0} && first < end && end <= kMostPoints &&
         metric < std::uint64_t{model::kCount<model::Metric>} && std::all_of(numbers.begin() + kNumbers, numbers.end(), is_coefficient);
}

std::optional<ReadErrand> read_errand(std::string_view text) {
  const std::optional<std::vector<std::uint64_t>> numbers = take_numbers(text);
  if (!numbers || !is_errand(*numbers) || (*numbers)[4] > text.size()) return std::nullopt;
  Errand errand{.purpose = static_cast<Purpose>((*numbers)[0]), .plan = model::PlanId{static_cast<std::uint32_t>((*numbers)[1])},
                .first = static_cast<std::size_t>((*numbers)[2]), .end = static_cast<std::size_t>((*numbers)[3]), .metric = static_cast<model::Metric>((*numbers)[5])};
  for (std::size_t i = kNumbers; i < numbers->size(); ++i) errand.measured.push_back(static_cast<model::Coefficient>((*numbers)[i]));
  const auto length = static_cast<std::size_t>((*numbers)[4]);
  return ReadErrand{std::move(errand), text.substr(0, length), text.substr(length)};
}

// A point that the question does not have would be none of its answers.
bool answers(const model::Scenario& scenario, const Errand& errand) {
  if (model::find_plan(scenario, errand.plan) == nullptr) return false;
  if (errand.purpose == Purpose::candidates) return !study::targets_of(scenario).empty();
  const study::DriverQuestion question{{errand.plan, errand.metric, true, study::last_days(scenario)}, errand.measured};
  return errand.end <= static_cast<std::size_t>(study::points_of(scenario, question));
}

bool is_about_points(const Errand& errand) { return errand.purpose == Purpose::drivers || errand.purpose == Purpose::candidates; }

std::string write_points(const model::Scenario& scenario, const Errand& errand) {
  std::string answer(sizeof errand.first, '\0');
  std::memcpy(answer.data(), &errand.first, sizeof errand.first);
  for (std::size_t point = errand.first; point < errand.end; ++point)
    for (const double value : values_at(scenario, errand, point)) {
      char bytes[sizeof value];
      std::memcpy(bytes, &value, sizeof value);
      answer.append(bytes, sizeof value);
    }
  return answer;
}

}  // namespace

std::string write_request(const Errand& errand, std::string_view merging, std::string_view scenario) {
  std::vector<std::size_t> numbers{static_cast<std::size_t>(errand.purpose), errand.plan.value, errand.first, errand.end, merging.size(), static_cast<std::size_t>(errand.metric)};
  for (const model::Coefficient coefficient : errand.measured) numbers.push_back(static_cast<std::size_t>(coefficient));
  std::string request;
  for (const std::size_t number : numbers) (request += std::to_string(number)) += ' ';
  request.back() = '\n';
  return (request += merging) += scenario;
}

Errand errand_of(const study::DriverQuestion& question) {
  return {.purpose = Purpose::drivers, .plan = question.outcome.plan, .metric = question.outcome.metric, .measured = question.measured};
}

std::vector<double> values_at(const model::Scenario& scenario, const Errand& errand, std::size_t point) {
  const auto number = static_cast<int>(point);
  if (errand.purpose == Purpose::candidates) return study::outcomes_of(scenario, errand.plan, scenario.seed, study::targets_of(scenario), number);
  return {study::outcome_at(scenario, {{errand.plan, errand.metric, true, study::last_days(scenario)}, errand.measured}, number)};
}

std::optional<PointAnswer> read_points(std::string_view answer) {
  PointAnswer read;
  if (answer.size() <= sizeof read.first || (answer.size() - sizeof read.first) % sizeof(double) != 0) return std::nullopt;
  std::memcpy(&read.first, answer.data(), sizeof read.first);
  answer.remove_prefix(sizeof read.first);
  read.values.resize(answer.size() / sizeof(double));
  std::memcpy(read.values.data(), answer.data(), answer.size());
  return read;
}

std::vector<study::Digest> read_answer(std::string_view answer) {
  std::string reason;
  std::optional<study::Shard> shard = study::read_shard(answer, reason);
  return shard ? std::move(shard->digests) : std::vector<study::Digest>();
}

study::ReplicationOptions replication_options(const model::Scenario& scenario, const Errand& errand, const model::Scenario* merging) {
  study::ReplicationOptions options;
  options.plan = errand.plan;
  options.seed = scenario.seed;
  options.count = static_cast<int>(errand.end);
  options.stride_days = study::kShardStrideDays;
  options.claims = errand.purpose == Purpose::claims;
  options.merging = merging;
  return options;
}

std::string Helper::run(std::string_view request) {
  const std::optional<ReadErrand> read = read_errand(request);
  if (!read) return {};
  const model::Scenario* scenario = scenario_.read(read->scenario);
  const model::Scenario* merging = read->merging.empty() ? nullptr : merging_.read(read->merging);
  if (scenario == nullptr || (merging == nullptr && !read->merging.empty())) return {};
  const Errand& errand = read->errand;
  if (is_about_points(errand)) return answers(*scenario, errand) ? write_points(*scenario, errand) : std::string();
  return study::write_shard(study::make_shard(*scenario, 0, replication_options(*scenario, errand, merging), static_cast<int>(errand.first),
                                              static_cast<int>(errand.end), 1));
}

const model::Scenario* Helper::Remembered::read(std::string_view wanted) {
  if (!scenario || wanted != text) {
    scenario = io::read_scenario(wanted).scenario;
    text = wanted;
  }
  return scenario ? &*scenario : nullptr;
}

}  // namespace zhengshe::app
