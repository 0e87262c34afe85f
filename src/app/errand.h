// Runs that are made beside the page: what a helper is asked, and what it answers. A request is all that a helper
// needs; both are plain bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario.h"
#include "study/drivers.h"
#include "study/replications.h"

namespace zhengshe::app {

// What the runs are for: bands of the city's metrics, or also the reported outcomes held against each replication;
// points of a question of study/drivers.h; candidates of study/fit.h.
enum class Purpose : std::uint8_t { bands, claims, drivers, candidates };

struct Errand {
  Purpose purpose = Purpose::bands;
  model::PlanId plan;
  std::size_t first = 0;  // replications, points or candidates first … end − 1
  std::size_t end = 0;
  model::Metric metric{};                    // of Purpose::drivers
  std::vector<model::Coefficient> measured = {};  // of Purpose::drivers: DriverQuestion::measured
};

// The errand of a question whose outcome is the difference to left alone over the last days.
Errand errand_of(const study::DriverQuestion& question);

// The texts are scenario files; `merging` is empty where no claim is about the merging itself.
std::string write_request(const Errand& errand, std::string_view merging, std::string_view scenario);

// The digests of an answer; empty where it is none.
std::vector<study::Digest> read_answer(std::string_view answer);

// What a point of Purpose::drivers or ::candidates gives: one number, or one for each target.
std::vector<double> values_at(const model::Scenario& scenario, const Errand& errand, std::size_t point);

// Of an answer about points `first` and on; nothing where it is none.
struct PointAnswer {
  std::size_t first = 0;
  std::vector<double> values;
};
std::optional<PointAnswer> read_points(std::string_view answer);

// How replications for a purpose are run, here or by a helper.
study::ReplicationOptions replication_options(const model::Scenario& scenario, const Errand& errand, const model::Scenario* merging);

// Runs errands. Reading a scenario takes as long as several replications of it: the last one is remembered.
class Helper {
 public:
  // The answer to a request; empty where the request is none.
  std::string run(std::string_view request);

 private:
  struct Remembered {
    std::string text;
    std::optional<model::Scenario> scenario;
    const model::Scenario* read(std::string_view wanted);
  };
  Remembered scenario_;
  Remembered merging_;
};

}  // namespace zhengshe::app
