// Makes a scenario that was changed at random one that the program accepts, with the least change.
#pragma once

#include "tree.h"

namespace zhengshe::fuzz {

// Kinds, ranges and required members first, then ids, references and the relations between values. Long lists
// and horizons are cut, so that a run stays short. The cooperatives are rows.
void mend(Node& scenario, Dice& dice);

}  // namespace zhengshe::fuzz
