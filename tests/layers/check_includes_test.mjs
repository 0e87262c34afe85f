// The include check on made-up trees: it must accept a right one and refuse each wrong line by itself.
import assert from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from './check_includes.mjs';

function problemsOfTree(files) {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const right = {
  'model/a.h': '#include <vector>\n#include "model/b.h"\n',
  'sim/a.cpp': '#include <cmath>\n#include "model/a.h"\ndouble f(double x) { return std::sqrt(x); }  // not std::exp(x)\n',
  'study/a.cpp': '#include "sim/a.h"\n',
  'io/a.cpp': '#include <nlohmann/json.hpp>\n#include "study/a.h"\n',
  'app/a.cpp': '#include <chrono>\n#include "io/a.h"\n',
  'ui/a.cpp': '#include "imgui.h"\n#include "app/a.h"\n',
  'platform/a.cpp': '#include <emscripten.h>\n#include <GLES3/gl3.h>\n#include "imgui.h"\n#include "platform/a.h"\n',
  'main.cpp': '#include "imgui.h"\n#include "platform/platform.h"\n#include "ui/a.h"\n#include "app/a.h"\n',
  'cli.cpp': '#include "io/a.h"\n#include "study/a.h"\n',
};
assert.deepEqual(problemsOfTree(right), []);

const wrong = [
  ['model/a.h', '#include "sim/a.h"'],
  ['sim/a.cpp', '#include "study/a.h"'],
  ['sim/a.cpp', '#include <random>'],
  ['sim/a.cpp', '#include <chrono>'],
  ['sim/a.cpp', '#include <unordered_map>'],
  ['sim/a.cpp', 'double x = std::exp(1.0);'],
  ['study/a.cpp', '#include <nlohmann/json.hpp>'],
  ['study/a.cpp', 'double x = std::pow (2.0, 3.0);'],
  ['study/a.cpp', '#include "io/a.h"'],
  ['io/a.cpp', '#include "app/a.h"'],
  ['io/a.cpp', '#include "imgui.h"'],
  ['app/a.cpp', '#include "imgui_internal.h"'],
  ['app/a.cpp', '#include <emscripten.h>'],
  ['app/a.cpp', '  #  include "ui/a.h"'],
  ['ui/a.cpp', '#include "platform/platform.h"'],
  ['ui/a.cpp', '#include "io/a.h"'],
  ['ui/a.cpp', '#include <GLES3/gl3.h>'],
  ['ui/a.cpp', '#include <nlohmann/json.hpp>'],
  ['platform/a.cpp', '#include "app/a.h"'],
  ['platform/a.cpp', '#include "model/a.h"'],
  ['platform/a.cpp', '#include "../ui/a.h"'],
  ['main.cpp', '#include <emscripten.h>'],
  ['cli.cpp', '#include "ui/a.h"'],
  ['cli_run.cpp', '#include "app/a.h"'],
  ['extra/a.cpp', '#include <vector>'],
];
for (const [path, line] of wrong) {
  const problems = problemsOfTree({ ...right, [path]: `${right[path] ?? ''}${line}\n` });
  assert.equal(problems.length, 1, `${path}: ${line} gives ${problems.length} problems`);
  assert.ok(problems[0].startsWith(path), problems[0]);
}
