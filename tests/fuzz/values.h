// Other values of a place in a scenario.
#pragma once

#include "form.h"

namespace zhengshe::fuzz {

// Gives a number, a text or a boolean another value. `form`: what the format says of it. `name`: the key of the member,
// or of the list that holds it.
void change_value(Node& node, const Form& form, std::string_view name, const Node& scenario, Dice& dice);

}  // namespace zhengshe::fuzz
