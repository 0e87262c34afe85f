#include "app/errand.h"

#include <charconv>

#include "io/scenario_json.h"
#include "study/shard.h"

namespace zhengshe::app {
namespace {

constexpr std::int64_t kMostReplications = 1'000'000;

// Takes a number and the character after it off the front of the text; −1 where there is none.
std::int64_t take_number(std::string_view& text) {
  std::int64_t number = -1;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end == text.data() + text.size()) return -1;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return number;
}

struct Request {
  Errand errand;
  std::string_view merging;
  std::string_view scenario;
};

std::optional<Request> read_request(std::string_view text) {
  const std::int64_t purpose = take_number(text), plan = take_number(text), first = take_number(text), end = take_number(text);
  const std::int64_t merging = take_number(text);
  const bool is_errand = (purpose == 0 || purpose == 1) && plan >= 0 && first >= 0 && end > first && end <= kMostReplications;
  if (!is_errand || merging < 0 || merging > static_cast<std::int64_t>(text.size())) return std::nullopt;
  const Errand errand{static_cast<Purpose>(purpose), model::PlanId{static_cast<std::uint32_t>(plan)}, static_cast<std::size_t>(first), static_cast<std::size_t>(end)};
  const auto length = static_cast<std::size_t>(merging);
  return Request{errand, text.substr(0, length), text.substr(length)};
}

}  // namespace

std::string write_request(const Errand& errand, std::string_view merging, std::string_view scenario) {
  std::string request;
  for (const std::size_t number : {static_cast<std::size_t>(errand.purpose), static_cast<std::size_t>(errand.plan.value), errand.first, errand.end, merging.size()})
    (request += std::to_string(number)) += ' ';
  request.back() = '\n';
  return (request += merging) += scenario;
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
  const std::optional<Request> read = read_request(request);
  if (!read) return {};
  const model::Scenario* scenario = scenario_.read(read->scenario);
  const model::Scenario* merging = read->merging.empty() ? nullptr : merging_.read(read->merging);
  if (scenario == nullptr || (merging == nullptr && !read->merging.empty())) return {};
  const Errand& errand = read->errand;
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
