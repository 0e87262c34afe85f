// How the figures of a report are made again: what they were made from, and the commands that give the same.
#pragma once

#include <string>
#include <vector>

#include "app/html.h"
#include "app/session.h"

namespace zhengshe::app {

struct Reproduction {
  std::string scenario;  // fingerprint of the canonical file, 16 hexadecimal digits
  std::string seed;
  std::string state;     // hash of the centre run's last day, likewise
  struct Line {
    Key gives;
    std::string command;  // of the command-line program, for a shell
  };
  std::vector<Line> lines;
};

// Of what the session shows now. The commands read the document from its file, as it is saved.
Reproduction reproduction_of(const Session& session);

// The same as a section of the report.
void write_reproduction(Html& html, const Session& session);

// A word for a shell: it stays one word, is never taken for an option, and nothing in it is carried out.
std::string shell_word(const std::string& text);

}  // namespace zhengshe::app
