#include "ui/icons.h"

#include <algorithm>
#include <cstdlib>

namespace zhengshe::ui {
namespace {

// A drawing is a string of commands on the grid: M moves, L draws a line, Z closes the figure, F closes and fills
// it, O x y r draws a circle, D x y r a disc, A x y r from to an arc in degrees clockwise from the right.
const char* drawing_of(Icon icon) {
  switch (icon) {
    case Icon::overview: return "M2.5 13.5 L2.5 9 M6.2 13.5 L6.2 5 M9.8 13.5 L9.8 7.5 M13.5 13.5 L13.5 2.5";
    case Icon::map: return "M8 14.5 L4.4 9.6 L3.5 7.6 L3.5 6 L4.6 3.4 L6.6 2 L8 1.7 L9.4 2 L11.4 3.4 L12.5 6 L12.5 7.6 L11.6 9.6 Z O8 6.4 1.7";
    case Icon::table: return "M2 3 L14 3 L14 13 L2 13 Z M2 6.4 L14 6.4 M6.4 6.4 L6.4 13";
    case Icon::magnifier:
    case Icon::search: return "O6.8 6.8 4.3 M10 10 L14 14";
    case Icon::arrow: return "M2.5 13.5 L13 3 M8 3 L13 3 L13 8";
    case Icon::gantt: return "M2 3.5 L7.5 3.5 M5 8 L11 8 M9 12.5 L14 12.5";
    case Icon::line: return "M2 12.5 L5.6 7.4 L8.8 9.8 L14 3.5 M11 3.5 L14 3.5 L14 6.5";
    case Icon::compare: return "M3.5 2.5 L3.5 13.5 M12.5 2.5 L12.5 13.5 M3.5 8 L12.5 8";
    case Icon::shield: return "M8 1.8 L13.3 3.8 L13.3 8 L12 11 L8 14.3 L4 11 L2.7 8 L2.7 3.8 Z";
    case Icon::document: return "M3.5 1.8 L9.5 1.8 L12.5 4.8 L12.5 14.2 L3.5 14.2 Z M6 7.5 L10 7.5 M6 10.5 L10 10.5";
    case Icon::play: return "M5 2.6 L13.4 8 L5 13.4 F";
    case Icon::pause: return "M4.2 3 L6.6 3 L6.6 13 L4.2 13 F M9.4 3 L11.8 3 L11.8 13 L9.4 13 F";
    case Icon::undo: return "M5.5 4 L2.5 7 L5.5 10 M2.5 7 L10 7 A10 10 3 -90 60";
    case Icon::redo: return "M10.5 4 L13.5 7 L10.5 10 M13.5 7 L6 7 A6 10 3 -90 -240";
    case Icon::theme: return "O8 8 5.6 M8 2.4 L8 13.6 M9.6 3 L9.6 13 M11.2 3.9 L11.2 12.1 M12.7 5.6 L12.7 10.4";
    case Icon::plus: return "M8 3 L8 13 M3 8 L13 8";
    case Icon::trash: return "M2.5 4.2 L13.5 4.2 M6 4.2 L6 2.2 L10 2.2 L10 4.2 M4 4.2 L4.7 13.8 L11.3 13.8 L12 4.2";
    case Icon::save: return "M2.5 2.5 L11 2.5 L13.5 5 L13.5 13.5 L2.5 13.5 Z M5 13.5 L5 9 L11 9 L11 13.5 M5.2 2.5 L5.2 5.5 L9.5 5.5";
    case Icon::open: return "M2 12.8 L2 3.2 L6 3.2 L7.5 5 L13 5 L13 7 M2 12.8 L4 7 L14.8 7 L12.8 12.8 Z";
    case Icon::help: return "O8 8 6 A8 6.4 1.9 -180 60 M9 8 L8 9.2 L8 9.6 D8 11.6 0.6";
    case Icon::close: return "M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5";
    case Icon::pin: return "M5.5 2.2 L10.5 2.2 L9.8 7 L12 9.6 L4 9.6 L6.2 7 Z M8 9.6 L8 14.2";
    case Icon::download: return "M8 2 L8 10 M4.6 6.8 L8 10.2 L11.4 6.8 M2.5 13.5 L13.5 13.5";
    case Icon::stop: return "M3.5 3.5 L12.5 3.5 L12.5 12.5 L3.5 12.5 F";
    case Icon::more: return "D3 8 1.2 D8 8 1.2 D13 8 1.2";
    case Icon::language: return "O8 8 6 M2 8 L14 8 M8 2 L5.8 5 L5.8 11 L8 14 M8 2 L10.2 5 L10.2 11 L8 14";
    case Icon::link: return "M6.4 9.6 L9.6 6.4 M7 4.6 L8.8 2.8 A10.9 4.9 2.9 -135 45 M13 7 L11.2 8.8 M9 11.4 L7.2 13.2 A5.1 11.1 2.9 45 225 M3 9 L4.8 7.2";
    case Icon::clock: return "O8 8 6 M8 4.4 L8 8 L10.6 9.6";
    case Icon::warning: return "M8 2 L14.4 13.4 L1.6 13.4 Z M8 6.4 L8 9.6 D8 11.5 0.6";
  }
  return "";
}

// Reads one drawing and draws it.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 origin, float scale, ImU32 colour) : list_(list), origin_(origin), scale_(scale), colour_(colour) {}

  void draw(const char* drawing) {
    for (const char* at = drawing; *at;) {
      const char command = *at++;
      if (command != ' ') at = perform(command, at);
    }
    finish(false);
  }

 private:
  static constexpr float kDegree = 3.14159265f / 180;

  ImVec2 place(float x, float y) const { return {origin_.x + x * scale_, origin_.y + y * scale_}; }
  float thickness() const { return std::max(1.0f, 1.35f * scale_); }

  void finish(bool closed) {
    if (list_._Path.Size > 1) list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : 0, thickness());
    list_.PathClear();
  }

  const char* perform(char command, const char* at) {
    float number[5] = {};
    int count = 0;
    for (const int wanted = arguments_of(command); count < wanted; ++count) {
      char* after = nullptr;
      number[count] = std::strtof(at, &after);
      at = after;
    }
    const ImVec2 point = place(number[0], number[1]);
    switch (command) {
      case 'M': finish(false), list_.PathLineTo(point); break;
      case 'L': list_.PathLineTo(point); break;
      case 'Z': finish(true); break;
      case 'F': list_.PathFillConvex(colour_); break;
      case 'O': finish(false), list_.AddCircle(point, number[2] * scale_, colour_, 0, thickness()); break;
      case 'D': finish(false), list_.AddCircleFilled(point, number[2] * scale_, colour_); break;
      case 'A': list_.PathArcTo(point, number[2] * scale_, number[3] * kDegree, number[4] * kDegree); break;
      default: IM_ASSERT(false && "no such command");
    }
    return at;
  }

  static int arguments_of(char command) {
    switch (command) {
      case 'M':
      case 'L': return 2;
      case 'O':
      case 'D': return 3;
      case 'A': return 5;
      default: return 0;
    }
  }

  ImDrawList& list_;
  ImVec2 origin_;
  float scale_;
  ImU32 colour_;
};

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
  Pen(list, {centre.x - size / 2, centre.y - size / 2}, size / 16, colour).draw(drawing_of(icon));
}

}  // namespace zhengshe::ui
