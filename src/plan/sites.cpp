#include "plan/sites.h"

#include <algorithm>
#include <limits>

#include "plan/search.h"
#include "sim/maths.h"

namespace zhengshe::plan {
namespace {

constexpr int kStarts = 8;
constexpr int kShakes = 60;
constexpr int kShaken = 4;               // places at a time
constexpr double kLeastExchangeGain = 1e-12;   // of an exchange, as a share of what the new place brings
constexpr double kPromising = 1.15;  // of the best cost: places that are worth exchanging further

template <class Cost>
SiteProblem problem_of(const model::City& city, int more, const Cost& cost) {
  SiteProblem problem;
  problem.more = more;
  const auto add_place = [&](double x, double y) {
    std::vector<double> row;
    for (const model::Zone& zone : city.zones)
      row.push_back(zone.residents * cost(sim::square_root((zone.x_km - x) * (zone.x_km - x) + (zone.y_km - y) * (zone.y_km - y))));
    problem.cost.push_back(std::move(row));
  };
  for (const model::Zone& zone : city.zones) add_place(zone.x_km, zone.y_km);
  for (const model::RepairPoint& point : city.repair_points) {
    problem.open.push_back(static_cast<int>(problem.cost.size()));
    add_place(point.x_km, point.y_km);
  }
  return problem;
}

class Chooser {
 public:
  Chooser(const SiteProblem& problem, std::uint64_t seed) : problem_(problem), stream_(seed), people_(problem.cost.empty() ? 0 : problem.cost[0].size()) {
    std::vector<char> is_open(problem.cost.size());
    for (const int place : problem.open) is_open[static_cast<std::size_t>(place)] = 1;
    for (std::size_t place = 0; place < problem.cost.size(); ++place)
      if (is_open[place] == 0) free_.push_back(static_cast<int>(place));
    count_ = std::min(static_cast<std::size_t>(std::max(0, problem.more)), free_.size());
  }

  SiteAnswer choose(int rounds) {
    answer_.cost = std::numeric_limits<double>::infinity();
    for (int start = 0; start < kStarts; ++start) try_from(random_places());
    for (int shake = 0; shake < kShakes; ++shake) try_from(shaken(answer_.places));
    bound(rounds);
    std::sort(answer_.places.begin(), answer_.places.end());
    return answer_;
  }

 private:
  std::vector<int> random_places() {
    std::vector<int> pool = free_;
    for (std::size_t i = 0; i < count_; ++i) std::swap(pool[i], pool[i + static_cast<std::size_t>(stream_.below(static_cast<int>(pool.size() - i)))]);
    pool.resize(count_);
    return pool;
  }

  // A few of the places put elsewhere.
  std::vector<int> shaken(std::vector<int> places) {
    for (int i = 0; i < kShaken && !places.empty(); ++i) {
      const int place = free_[static_cast<std::size_t>(stream_.below(static_cast<int>(free_.size())))];
      if (std::find(places.begin(), places.end(), place) == places.end()) places[static_cast<std::size_t>(stream_.below(static_cast<int>(places.size())))] = place;
    }
    return places;
  }

  // What the nearest and the second nearest place cost each person, and which of the chosen is nearest (-1: one that
  // was open before).
  struct Service {
    std::vector<double> least, second;
    std::vector<int> by;
  };

  Service service_of(const std::vector<int>& places) const {
    const double none = std::numeric_limits<double>::infinity();
    Service service{std::vector<double>(people_, none), std::vector<double>(people_, none), std::vector<int>(people_, -1)};
    const auto serve = [&](int place, int by) {
      const std::vector<double>& row = problem_.cost[static_cast<std::size_t>(place)];
      for (std::size_t j = 0; j < people_; ++j) {
        if (row[j] < service.least[j]) {
          service.second[j] = service.least[j];
          service.least[j] = row[j];
          service.by[j] = by;
        } else {
          service.second[j] = std::min(service.second[j], row[j]);
        }
      }
    };
    for (const int place : problem_.open) serve(place, -1);
    for (std::size_t i = 0; i < places.size(); ++i) serve(places[i], static_cast<int>(i));
    return service;
  }

  // Exchanges places as long as that helps. One look at the people tells what a new place is worth in exchange for each
  // of the chosen (Whitaker 1983).
  void try_from(std::vector<int> places) {
    Service service = service_of(places);
    std::vector<double> loss(places.size());
    for (std::size_t tried = 0, next = 0; tried < free_.size() && !places.empty(); ++tried, next = next + 1 == free_.size() ? 0 : next + 1) {
      const int place = free_[next];
      const std::vector<double>& row = problem_.cost[static_cast<std::size_t>(place)];
      std::fill(loss.begin(), loss.end(), 0.0);
      double gain = 0;
      for (std::size_t j = 0; j < people_; ++j) {
        if (row[j] < service.least[j]) gain += service.least[j] - row[j];
        else if (service.by[j] >= 0) loss[static_cast<std::size_t>(service.by[j])] += std::min(row[j], service.second[j]) - service.least[j];
      }
      const auto cheapest = std::min_element(loss.begin(), loss.end());
      if (gain - *cheapest <= kLeastExchangeGain * gain) continue;
      places[static_cast<std::size_t>(cheapest - loss.begin())] = place;
      service = service_of(places);
      tried = 0;
    }
    const double cost = cost_of(problem_, places);
    if (cost >= answer_.cost) return;
    answer_.cost = cost;
    answer_.places = places;
  }

  // Each person offers a price to be served; a place is worth what it can take up below those prices.
  void bound(int rounds) {
    std::vector<double> price = service_of(answer_.places).least;
    std::vector<std::pair<double, int>> worth(free_.size());
    std::vector<double> served(people_);
    double reach = 1;
    double best = -std::numeric_limits<double>::infinity();
    for (int round = 0, idle = 0; round < rounds && best < answer_.cost * (1 - 1e-9); ++round) {
      std::fill(served.begin(), served.end(), 0);
      double value = 0;
      for (const double p : price) value += p;
      const auto take_up = [&](int place, bool count) {
        const std::vector<double>& row = problem_.cost[static_cast<std::size_t>(place)];
        double sum = 0;
        for (std::size_t j = 0; j < people_; ++j)
          if (row[j] < price[j]) {
            sum += row[j] - price[j];
            if (count) served[j] += 1;
          }
        return sum;
      };
      for (const int place : problem_.open) value += take_up(place, true);
      for (std::size_t i = 0; i < free_.size(); ++i) worth[i] = {take_up(free_[i], false), free_[i]};
      std::sort(worth.begin(), worth.end());
      std::vector<int> suggested;
      for (std::size_t i = 0; i < count_; ++i) {
        value += worth[i].first;
        take_up(worth[i].second, true);
        suggested.push_back(worth[i].second);
      }
      if (round % 5 == 0 && cost_of(problem_, suggested) < kPromising * answer_.cost) try_from(suggested);
      if (value > best + 1e-9 * answer_.cost) {
        best = value;
        idle = 0;
      } else if (++idle == 20) {
        idle = 0;
        reach *= 0.6;
      }
      double length = 0;
      for (const double count : served) length += (1 - count) * (1 - count);
      if (!(length > 0)) {  // everybody is served once: nothing is better
        try_from(suggested);
        break;
      }
      const double step = reach * std::max(answer_.cost - value, 1e-6 * answer_.cost) / length;
      for (std::size_t j = 0; j < people_; ++j) price[j] = std::max(0.0, price[j] + step * (1 - served[j]));
    }
    answer_.bound = std::min(best, answer_.cost);
  }

  const SiteProblem& problem_;
  Stream stream_;
  std::size_t people_;
  std::size_t count_ = 0;      // places to choose
  std::vector<int> free_;      // places that are not open yet
  SiteAnswer answer_;
};

}  // namespace

SiteProblem shortest_ways(const model::City& city, int more) {
  return problem_of(city, more, [](double km) { return km; });
}

SiteProblem fewest_uncovered(const model::City& city, int more, double within_km) {
  return problem_of(city, more, [within_km](double km) { return km <= within_km ? 0.0 : 1.0; });
}

double cost_of(const SiteProblem& problem, const std::vector<int>& places) {
  const std::size_t people = problem.cost.empty() ? 0 : problem.cost[0].size();
  double sum = 0;
  for (std::size_t j = 0; j < people; ++j) {
    double least = std::numeric_limits<double>::infinity();
    for (const int place : problem.open) least = std::min(least, problem.cost[static_cast<std::size_t>(place)][j]);
    for (const int place : places) least = std::min(least, problem.cost[static_cast<std::size_t>(place)][j]);
    sum += least;
  }
  return sum;
}

SiteAnswer choose_sites(const SiteProblem& problem, int rounds, std::uint64_t seed) { return Chooser(problem, seed).choose(rounds); }

}  // namespace zhengshe::plan
