// From what the owner wrote to the first morning: one body per cooperative.
#pragma once

#include <cstdint>

#include "sim/production.h"
#include "sim/structure.h"

namespace zhengshe::sim {

// The cooperative at position `root` of the scenario, with estimates drawn. Its norm is fixed here so that
// undisturbed work earns the tariff wage (MODEL.md 3.5), and its attention so that the varieties it offers
// at the start are those it keeps up (MODEL.md 3.6).
Body make_body(const model::Scenario& scenario, int root, const Parameters& parameters);

// Levels reached by now.
WorkingState working_state(const Unit& unit, const Carried& carried);
inline WorkingState working_state(const Body& body) { return working_state(body.unit, body.carried); }

// Share of the repertoire that gets attention, per unit of (½ + p/2): attention · cadres / trade lines.
double attention_per_practice(const Unit& unit, const Production& production);

}  // namespace zhengshe::sim
