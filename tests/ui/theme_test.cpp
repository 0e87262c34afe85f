#include "catch_amalgamated.hpp"
#include "ui/theme.h"

using namespace zhengshe::ui;

TEST_CASE("contrast follows the published formula", "[ui]") {
  CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == Catch::Approx(21));
  CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == Catch::Approx(4.478).margin(0.001));  // the well-known grey that just fails
  CHECK(contrast(rgb(0xFFFFFF), rgb(0x777777)) == contrast(rgb(0x777777), rgb(0xFFFFFF)));
}

TEST_CASE("every text colour reads on every ground it stands on", "[ui]") {
  struct Pair {
    const char* name;
    ImU32 text, ground;
  };
  for (const Palette* p : {&kLight, &kDark}) {
    const ImU32 raised = p->raised;
    const Pair pairs[] = {
        {"ink on ground", p->ink, p->ground},          {"ink on rail", p->ink, p->rail},
        {"ink on panel", p->ink, p->panel},            {"ink on raised", p->ink, raised},
        {"ink on chip", p->ink, p->chip},              {"muted on ground", p->muted, p->ground},
        {"muted on rail", p->muted, p->rail},          {"muted on panel", p->muted, p->panel},
        {"muted on raised", p->muted, raised},         {"accent text on chip", p->accent_text, p->chip},
        {"accent text on panel", p->accent_text, p->panel}, {"accent text on rail", p->accent_text, p->rail},
        {"on accent", p->on_accent, p->accent},        {"on plan", p->on_plan, p->plan},
        {"plan on panel", p->plan, p->panel},          {"plan on raised", p->plan, raised},
        {"left alone on panel", p->left_alone, p->panel},   {"warning on panel", p->warning, p->panel},
        {"warning on raised", p->warning, raised},     {"panel on ink", p->panel, p->ink},
    };
    for (const Pair& pair : pairs) {
      INFO((p == &kLight ? "light: " : "dark: ") << pair.name);
      CHECK(contrast(pair.text, pair.ground) >= 4.5);
    }
  }
}

TEST_CASE("batches keep their order of colours however many there are", "[ui]") {
  CHECK(batch_colour(kLight, 0, 3) == kLight.batches[0]);
  CHECK(batch_colour(kLight, 2, 3) == kLight.batches[2]);
  CHECK(batch_colour(kLight, 0, 7) == kLight.batches[0]);
  CHECK(batch_colour(kLight, 3, 7) == kLight.batches[1]);
  CHECK(batch_colour(kLight, 6, 7) == kLight.batches[2]);
  CHECK(batch_colour(kLight, 1, 5) == mix(kLight.batches[0], kLight.batches[1], 0.5f));
}
